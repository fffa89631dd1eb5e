package com.howsmytrack.outbound;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Counts and times the exchanges with other services. Both labels have few values: declared hosts, and classes of
/// statuses or failures. Commands have no metrics.
@Component
class OutboundMetrics {

	private final ObjectProvider<MeterRegistry> registry;

	OutboundMetrics(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	void answered(String host, int status, Duration time) {
		record(host, status / 100 + "xx", time);
	}

	void failed(String host, OutboundFailure failure, Duration time) {
		record(host, failure.name().toLowerCase(Locale.ROOT), time);
	}

	private void record(String host, String outcome, Duration time) {
		this.registry.ifAvailable((registry) -> Timer.builder("howsmytrack.outbound.calls")
			.description("Exchanges with other services, by host and outcome")
			.tag("host", host)
			.tag("outcome", outcome)
			.register(registry)
			.record(time));
	}

}
