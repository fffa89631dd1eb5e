package com.howsmytrack.persistence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/// Creates batching readers and records how long their statements take and how many keys they read. The more keys a
/// statement reads, the busier the database is.
@Component
public class BatchingReaders {

	private final MeterRegistry registry;

	BatchingReaders(MeterRegistry registry) {
		this.registry = registry;
	}

	/// Creates the reader of a page.
	/// @param page the name of the page in the metrics
	/// @param statement reads several keys at once, and omits those that have no page
	public <K, V> BatchingReader<K, V> of(String page, Function<List<K>, Map<K, V>> statement) {
		Timer statements = Timer.builder("howsmytrack.reads")
			.description("Statements that read pages")
			.tag("page", page)
			.register(this.registry);
		Counter pages = Counter.builder("howsmytrack.reads.pages")
			.description("Pages read by these statements")
			.tag("page", page)
			.register(this.registry);
		return new BatchingReader<>((keys) -> {
			long begun = System.nanoTime();
			try {
				return statement.apply(keys);
			}
			finally {
				statements.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
				pages.increment(keys.size());
			}
		});
	}

}
