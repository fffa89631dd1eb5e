package com.howsmytrack.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.howsmytrack.testing.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Two instances share one database. The subscriptions show a number that stands for data in the database.
@DatabaseTest
abstract class TwoLiveInstances {

	static final Duration LIMIT = Duration.ofMinutes(1);

	static final Topic TOPIC = new Topic("rooms", 1);

	static final Topic OTHER_TOPIC = new Topic("rooms", 2);

	/// A poll interval that no test reaches.
	static final Duration NEVER = Duration.ofHours(1);

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JdbcConnectionDetails details;

	final AtomicLong number = new AtomicLong();

	PostgresLiveTopics writer;

	PostgresLiveTopics reader;

	private final List<PostgresLiveTopics> opened = new ArrayList<>();

	@BeforeEach
	void startTwoInstances() {
		this.writer = started(this.details, NEVER);
		this.reader = started(this.details, NEVER);
	}

	@AfterEach
	void stop() {
		this.opened.forEach(PostgresLiveTopics::close);
	}

	PostgresLiveTopics started(JdbcConnectionDetails connection, Duration pollInterval) {
		PostgresLiveTopics topics = new PostgresLiveTopics(this.jdbc, connection, settings(pollInterval));
		topics.start();
		this.opened.add(topics);
		await().atMost(LIMIT).until(topics::isListening);
		return topics;
	}

	static LiveSettings settings(Duration pollInterval) {
		return new LiveSettings(pollInterval, Duration.ofMillis(200), 8);
	}

	BlockingQueue<Long> follow(LiveTopics topics, Topic topic) {
		BlockingQueue<Long> states = new LinkedBlockingQueue<>();
		topics.followState(topic, this.number::get).subscribe(states::add);
		return states;
	}

	/// Waits until another topic's change has arrived at both instances. Changes arrive
	/// in the order in which they are sent.
	void awaitAnotherChange() {
		Set<String> woken = ConcurrentHashMap.newKeySet();
		Set<String> started = ConcurrentHashMap.newKeySet();
		for (PostgresLiveTopics topics : List.of(this.writer, this.reader)) {
			String name = topics.toString();
			topics.followState(OTHER_TOPIC, () -> {
				if (!started.add(name)) {
					woken.add(name);
				}
				return 0;
			}).subscribe();
		}
		await().atMost(LIMIT).until(() -> started.size() == 2);
		Thread.startVirtualThread(() -> this.writer.changed(Set.of(OTHER_TOPIC)));
		await().atMost(LIMIT).until(() -> woken.size() == 2);
	}

	static long next(BlockingQueue<Long> states) {
		try {
			Long state = states.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(state).isNotNull();
			return state;
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
