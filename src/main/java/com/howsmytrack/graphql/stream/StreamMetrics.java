package com.howsmytrack.graphql.stream;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/// Metrics of streams.
@Component
class StreamMetrics {

	private final MeterRegistry registry;

	private final Map<StreamProtocol, Counter> sent = new EnumMap<>(StreamProtocol.class);

	StreamMetrics(MeterRegistry registry) {
		this.registry = registry;
		for (StreamProtocol protocol : StreamProtocol.values()) {
			this.sent.put(protocol,
					Counter.builder("howsmytrack.streams.events")
						.description("Events of subscriptions that were sent to clients")
						.tag("protocol", protocol.label())
						.register(registry));
		}
		for (StreamRejection rejection : StreamRejection.values()) {
			rejections(rejection);
		}
		for (StreamEnd end : StreamEnd.values()) {
			ends(end);
		}
	}

	/// @param streams those that are open
	void watch(Collection<OpenStream> streams) {
		for (StreamProtocol protocol : StreamProtocol.values()) {
			Gauge
				.builder("howsmytrack.streams.open", streams,
						(open) -> open.stream().filter((stream) -> stream.protocol() == protocol).count())
				.description("Open streams")
				.tag("protocol", protocol.label())
				.register(this.registry);
		}
	}

	void sent(StreamProtocol protocol) {
		Counter counter = this.sent.get(protocol);
		if (counter != null) {
			counter.increment();
		}
	}

	void rejected(StreamRejection rejection) {
		rejections(rejection).increment();
	}

	void ended(StreamEnd end) {
		ends(end).increment();
	}

	private Counter rejections(StreamRejection rejection) {
		return Counter.builder("howsmytrack.streams.rejected")
			.description("Streams, and subscriptions of WebSockets, that were not opened")
			.tag("reason", rejection.label())
			.register(this.registry);
	}

	private Counter ends(StreamEnd end) {
		return Counter.builder("howsmytrack.streams.ended")
			.description("Streams that the server ended")
			.tag("reason", end.label())
			.register(this.registry);
	}

}
