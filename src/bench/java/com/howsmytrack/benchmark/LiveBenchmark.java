package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import com.howsmytrack.benchmark.stream.Streams;
import com.howsmytrack.benchmark.stream.Transport;

/// Measures how fast members with open streams receive the events of changes, and the memory of a stream.
final class LiveBenchmark {

	/// All streams come from one address, and the default share of the heap is too small for 2,000 of them.
	static final List<String> SETTINGS = List.of("--howsmytrack.graphql.streams.per-network=2000",
			"--howsmytrack.graphql.streams.opened-by-network.times=100000",
			"--howsmytrack.graphql.streams.heap-share=0.6");

	/// The production heap has no room for 2,000 requests: Tomcat keeps the buffers of a request and a response, about 70 KB,
	/// for as long as events are sent.
	private static final Map<Transport, Integer> STREAMS = Map.of(Transport.WEB_SOCKET, 2_000, Transport.SERVER_SENT_EVENTS, 500);

	private static final int STREAMS_BEFORE_MEASUREMENT = 100;

	private static final int WARM_UP_RATE = 1_000;

	private static final int FIRST_RATE = 500;

	/// Below this share of the offered changes, the processors are full.
	private static final double SHARE_OF_OFFERED = 0.9;

	private static final int EVENTS_LIMIT = 10_000;

	private static final int P99_LIMIT = 100;

	private static final int KILOBYTES_LIMIT = 40;

	/// Longer than the interval at which streams read without a wake-up.
	private static final int LAST_EVENTS_SECONDS = 40;

	private final Settings settings;

	private final Database database;

	private final Sessions sessions;

	private final Report report;

	private final Table memory;

	private final Table rates;

	private final Table summary;

	/// @param database a database that live.sql has prepared
	LiveBenchmark(Settings settings, Database database, Sessions sessions, Report report) {
		this.settings = settings;
		this.database = database;
		this.sessions = sessions;
		this.report = report;
		this.summary = report.table("Live events", "transport", "streams", "events/s at most", "limit", "p50 ms at a tenth", "p99 ms at a tenth", "limit ms", "limits");
		this.rates = report.table("Live events at increasing rates", "transport and offered changes/s", "events/s", "p50 ms",
				"p99 ms", "maximum ms", "processors of service + load generator + database");
		this.memory = report.table("Memory of idle streams", "transport and streams", "RSS MB", "heap MB after a collection",
				"RSS KB per stream", "heap KB per stream", "limit", "limits");
	}

	void measure() throws IOException, InterruptedException, SQLException {
		for (Transport transport : Transport.values()) {
			LiveMembers members = LiveMembers.read(this.database, this.sessions, STREAMS.get(transport));
			try (Service service = Service.start(this.database, this.sessions, "service.log", SETTINGS);
					LiveChanges changes = new LiveChanges(this.database, members)) {
				measure(transport, service, members, changes);
			}
		}
	}

	private void measure(Transport transport, Service service, LiveMembers members, LiveChanges changes)
			throws IOException, InterruptedException, SQLException {
		Progress.print("streams over " + transport.title());
		// Loads the classes that a stream needs.
		open(transport, service, members.all().subList(0, STREAMS_BEFORE_MEASUREMENT)).close();
		Memory without = Memory.of(service);
		try (Streams streams = open(transport, service, members.all())) {
			report(transport, members.all().size(), without, Memory.of(service));
			changes.run(WARM_UP_RATE, this.settings.warmUp() / 2);
			double most = 0;
			double offered = FIRST_RATE / 2.0;
			for (double received = offered; received >= offered * SHARE_OF_OFFERED;) {
				offered *= 2;
				received = measure(transport, service, members, changes, (int) offered).perSecond();
				most = Math.max(most, received);
			}
			Result tenth = measure(transport, service, members, changes, (int) (most / 10));
			this.summary.add(transport.title(), Table.format("%,d", members.all().size()), Table.format("%.0f", most), EVENTS_LIMIT + "",
					Table.format("%.1f", tenth.p50()), Table.format("%.1f", tenth.p99()), P99_LIMIT + "",
					Table.limit(most >= EVENTS_LIMIT && tenth.p99() < P99_LIMIT));
			if (streams.failure() != null) {
				this.report.addProblem("A stream over %s ended: %s".formatted(transport.title(), streams.failure()));
			}
		}
	}

	private static Streams open(Transport transport, Service service, List<LiveMember> subscribers)
			throws IOException, InterruptedException {
		return Streams.open(transport, service.port(), LiveMember.DOCUMENT, subscribers);
	}

	private record Result(double perSecond, double p50, double p99) {
	}

	private Result measure(Transport transport, Service service, LiveMembers members, LiveChanges changes, int perSecond)
			throws IOException, InterruptedException, SQLException {
		Latencies latencies = members.startMeasurement();
		ProcessorTime begun = ProcessorTime.now(service);
		changes.run(perSecond, this.settings.seconds());
		ProcessorTime ended = ProcessorTime.now(service);
		double eventsPerSecond = latencies.count() / (ended.at() - begun.at());
		String wrong = members.awaitEvents(LAST_EVENTS_SECONDS);
		if (wrong != null) {
			this.report.addProblem("%s at %d changes per second: %s".formatted(transport.title(), perSecond, wrong));
		}
		Result result = new Result(eventsPerSecond, latencies.percentile(0.5), latencies.percentile(0.99));
		this.rates.add(transport.title() + " " + perSecond, Table.format("%.0f", eventsPerSecond),
				Table.format("%.1f", result.p50()), Table.format("%.1f", result.p99()),
				Table.format("%.1f", latencies.percentile(1)), ended.since(begun));
		Progress.print(Table.format("  %d changes/s: %.0f events/s, p99 %.1f ms", perSecond, eventsPerSecond, result.p99()));
		return result;
	}

	private record Memory(long residentKilobytes, long heapKilobytes) {

		private static final int SETTLE_MILLISECONDS = 5_000;

		/// The JVM returns unused native memory to the system every two seconds.
		static Memory of(Service service) throws IOException, InterruptedException {
			Thread.sleep(SETTLE_MILLISECONDS);
			long heap = service.heapKilobytes();
			return new Memory(service.kilobytes("VmRSS"), heap);
		}

	}

	private void report(Transport transport, int streams, Memory without, Memory with) {
		double residentPerStream = (double) (with.residentKilobytes() - without.residentKilobytes()) / streams;
		double heapPerStream = (double) (with.heapKilobytes() - without.heapKilobytes()) / streams;
		this.memory.add(transport.title() + ", none", without.residentKilobytes() / 1024 + "",
				without.heapKilobytes() / 1024 + "", "-", "-", "-", "-");
		this.memory.add(Table.format("%s, %,d", transport.title(), streams), with.residentKilobytes() / 1024 + "",
				with.heapKilobytes() / 1024 + "", Table.format("%.1f", residentPerStream),
				Table.format("%.1f", heapPerStream), KILOBYTES_LIMIT + "", Table.limit(residentPerStream <= KILOBYTES_LIMIT));
	}

}
