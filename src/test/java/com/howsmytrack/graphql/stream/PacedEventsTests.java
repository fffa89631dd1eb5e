package com.howsmytrack.graphql.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

import static org.assertj.core.api.Assertions.assertThat;

class PacedEventsTests {

	private final AtomicInteger created = new AtomicInteger();

	private final List<PacedEvents<Integer>> paced = new ArrayList<>();

	/// As `GraphQlWebSocketHandler` subscribes, which requests 256 events at once.
	private List<Integer> subscribe(int count) {
		List<Integer> received = new ArrayList<>();
		Flux.range(1, count)
			.doOnNext((_) -> this.created.incrementAndGet())
			.transform(Operators.<Integer, Integer>lift((_, subscriber) -> {
				PacedEvents<Integer> events = new PacedEvents<>(subscriber);
				this.paced.add(events);
				return events;
			}))
			.subscribe(received::add);
		return received;
	}

	@Test
	void areNotCreatedBeforeThePreviousEventWasSent() {
		List<Integer> received = subscribe(1_000);

		assertThat(this.created).hasValue(1);
		this.paced.getFirst().sent();
		assertThat(this.created).hasValue(2);
		assertThat(received).containsExactly(1, 2);
	}

	@Test
	void areAllSentToAClientThatReads() {
		List<Integer> received = subscribe(300);
		for (int sent = 1; sent < 300; sent++) {
			this.paced.getFirst().sent();
		}

		assertThat(received).hasSize(300);
	}

}
