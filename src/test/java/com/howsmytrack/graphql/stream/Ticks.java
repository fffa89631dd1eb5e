package com.howsmytrack.graphql.stream;

import java.util.concurrent.atomic.AtomicInteger;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

/// Subscriptions whose events the test sends. Only tests that import it have them.
@TestComponent
@Controller
class Ticks {

	private final Sinks.Many<Tick> ticks = Sinks.many().multicast().directBestEffort();

	private final AtomicInteger subscribers = new AtomicInteger();

	@SubscriptionMapping
	Flux<Tick> ticks() {
		return this.ticks.asFlux()
			.doOnSubscribe((_) -> this.subscribers.incrementAndGet())
			.doFinally((_) -> this.subscribers.decrementAndGet());
	}

	@SubscriptionMapping
	Flux<Tick> open() {
		return ticks();
	}

	/// More than any buffer holds.
	@SubscriptionMapping
	Flux<String> flood() {
		String text = "x".repeat(10_000);
		return Flux.range(0, Integer.MAX_VALUE)
			.map((_) -> text)
			.doOnSubscribe((_) -> this.subscribers.incrementAndGet())
			.doFinally((_) -> this.subscribers.decrementAndGet());
	}

	@SubscriptionMapping
	Flux<String> broken() {
		return Flux.concat(Flux.just("one"), Flux.error(new IllegalStateException("secret")));
	}

	/// Resolved for each event, on the thread that sends it.
	@SchemaMapping
	@Nullable Integer member(Tick tick, @CurrentMember @Nullable AccountId me) {
		return (me != null) ? Math.toIntExact(me.value()) : null;
	}

	/// Waits until that many subscriptions are open.
	void awaitSubscribers(int count) {
		await().atMost(1, MINUTES).until(() -> this.subscribers.get() == count);
	}

	/// Waits until a subscription asks for the event: it does so after it has begun, and
	/// after it has sent the previous event.
	void send(int number) {
		await().atMost(1, MINUTES)
			.until(() -> this.ticks.tryEmitNext(new Tick(number)), (result) -> result != Sinks.EmitResult.FAIL_OVERFLOW)
			.orThrow();
	}

	record Tick(int number) {
	}

}
