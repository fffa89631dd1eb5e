package com.howsmytrack.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The members who subscribe, and the times from their changes to the events.
final class LiveMembers {

	private final List<LiveMember> all = new ArrayList<>();

	/// The members who have received the event of their last change, in random order.
	private final Queue<LiveMember> unchanged = new ConcurrentLinkedQueue<>();

	private final AtomicInteger wrong = new AtomicInteger();

	private volatile String firstWrong = "";

	private volatile Latencies latencies = new Latencies();

	private LiveMembers() {
	}

	/// Reads members that live.sql has prepared.
	static LiveMembers read(Database database, Sessions sessions, int number) throws SQLException {
		LiveMembers members = new LiveMembers();
		try (Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("""
						SELECT reply.reader_id, reply.id, reply.read_at IS NOT NULL,
							(SELECT array_agg(id) FROM feedback_response
							WHERE responder_id = reply.reader_id AND submitted_at IS NULL),
							(SELECT count(*) FROM feedback_reply AS unread
							WHERE unread.reader_id = reply.reader_id AND unread.read_at IS NULL)
						FROM feedback_reply AS reply WHERE reply.text = 'A reply for the benchmark' LIMIT\s""" + number)) {
			while (rows.next()) {
				List<Long> forms = Arrays.stream((Integer[]) rows.getArray(4).getArray()).map(Integer::longValue).toList();
				members.all.add(new LiveMember(members, rows.getLong(1), sessions.tokenOf(rows.getLong(1)),
						rows.getLong(2), rows.getBoolean(3), new ArrayDeque<>(forms), rows.getInt(5)));
			}
		}
		Collections.shuffle(members.all, new Random(1));
		members.unchanged.addAll(members.all);
		return members;
	}

	List<LiveMember> all() {
		return this.all;
	}

	/// Returns at most the given number of members who have received the event of their last change. A change must follow.
	List<LiveMember> take(int atMost) {
		return Stream.generate(this.unchanged::poll).limit(atMost).takeWhile(Objects::nonNull).toList();
	}

	void eventReceived(LiveMember member, long nanoseconds) {
		this.latencies.add(nanoseconds);
		this.unchanged.add(member);
	}

	/// Counts a wrong event or a failed change.
	void addWrong(String description) {
		if (this.wrong.getAndIncrement() == 0) {
			this.firstWrong = description;
		}
	}

	Latencies startMeasurement() {
		this.latencies = new Latencies();
		return this.latencies;
	}

	/// Waits for the events of all changes, and describes what is wrong; null if nothing is.
	String awaitEvents(int seconds) throws InterruptedException {
		long limit = System.nanoTime() + seconds * 1_000_000_000L;
		while (this.unchanged.size() < this.all.size() && System.nanoTime() < limit) {
			Thread.sleep(10);
		}
		int missing = this.all.size() - this.unchanged.size();
		if (this.wrong.get() > 0) {
			return "%d events or changes were wrong, the first: %s".formatted(this.wrong.get(), this.firstWrong);
		}
		return (missing > 0) ? missing + " events were missing after %d seconds".formatted(seconds) : null;
	}

}
