package com.howsmytrack.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Metrics of this instance's subscriptions and of the notifications that instances exchange.
@Component
@ConditionalOnWebApplication
class LiveMetrics implements MeterBinder {

	private final PostgresLiveTopics topics;

	LiveMetrics(PostgresLiveTopics topics) {
		this.topics = topics;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("howsmytrack.live.subscriptions", this.topics, PostgresLiveTopics::subscriptions)
			.description("Open subscriptions to live data on this instance")
			.register(registry);
		Gauge.builder("howsmytrack.live.listening", this.topics, (current) -> current.isListening() ? 1 : 0)
			.description("1 while notifications of other instances can be received")
			.register(registry);
		FunctionCounter.builder("howsmytrack.live.sent", this.topics, PostgresLiveTopics::sent)
			.description("Statements that notify other instances of changed topics")
			.register(registry);
		FunctionCounter.builder("howsmytrack.live.received", this.topics, PostgresLiveTopics::received)
			.description("Notifications of changed topics from other instances")
			.register(registry);
	}

}
