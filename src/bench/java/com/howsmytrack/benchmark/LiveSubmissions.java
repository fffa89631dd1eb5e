package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.howsmytrack.benchmark.stream.Streams;
import com.howsmytrack.benchmark.stream.Transport;

/// Measures statements and wake-ups while members submit forms over HTTP, on the instance of the streams and on another one.
final class LiveSubmissions {

	private static final int STREAMS = 2_000;

	private static final int PER_SECOND = 100;

	/// Each of the members has three forms, for the warm-up and the measurement.
	private static final int SECONDS_AT_MOST = 25;

	private static final int IDLE_SECONDS = 5;

	private static final int LAST_EVENTS_SECONDS = 40;

	/// While changes continue, an instance sends a NOTIFY every 200 ms.
	private static final double NOTIFY_LIMIT = 8;

	private static final String NOT_MEASURED = "not measured";

	private final Settings settings;

	private final Database admin;

	private final Sessions sessions;

	private final Report report;

	private final Table table;

	LiveSubmissions(Settings settings, Database admin, Sessions sessions, Report report) {
		this.settings = settings;
		this.admin = admin;
		this.sessions = sessions;
		this.report = report;
		this.table = report.table("Wake-ups at %d submissions per second".formatted(PER_SECOND), "streams are on",
				"events/s", "p50 ms from the request", "p99 ms from the request", "statements/s before",
				"statements/s", "NOTIFYs/s", "limit", "limits");
	}

	/// @param database a database that live.sql has prepared; the submissions change it
	void onSameInstance(Database database) throws IOException, InterruptedException, SQLException {
		try (Service service = start(database, "service.log")) {
			measure("the same instance", database, service, service);
		}
	}

	void onAnotherInstance(Database database) throws IOException, InterruptedException, SQLException {
		try (Service writer = start(database, "service.log"); Service reader = start(database, "other-service.log")) {
			measure("another instance", database, writer, reader);
		}
	}

	private Service start(Database database, String log) throws IOException, InterruptedException {
		return Service.start(database, this.sessions, log, LiveBenchmark.SETTINGS);
	}

	private void measure(String where, Database database, Service writer, Service reader)
			throws IOException, InterruptedException, SQLException {
		Progress.print("streams on " + where);
		LiveMembers members = LiveMembers.read(database, this.sessions, STREAMS);
		int seconds = Math.min(this.settings.seconds(), SECONDS_AT_MOST);
		Optional<ExecutedStatements> executed = ExecutedStatements.of(this.admin, database);
		try (Streams streams = Streams.open(Transport.WEB_SOCKET, reader.port(), LiveMember.DOCUMENT, members.all())) {
			submit(members, writer, seconds);
			Rates idle = Rates.during(executed, () -> Thread.sleep(IDLE_SECONDS * 1_000L));
			Latencies latencies = members.startMeasurement();
			Rates busy = Rates.during(executed, () -> submit(members, writer, seconds));
			String wrong = members.awaitEvents(LAST_EVENTS_SECONDS);
			if (wrong != null || streams.failure() != null) {
				this.report.addProblem("%d submissions per second: %s %s".formatted(PER_SECOND, wrong, streams.failure()));
			}
			this.table.add(where, Table.format("%.0f", latencies.count() / busy.seconds()),
					Table.format("%.1f", latencies.percentile(0.5)), Table.format("%.1f", latencies.percentile(0.99)),
					format("%.0f", idle.statements()), format("%.0f", busy.statements()),
					format("%.1f", busy.notifies()), Table.format("%.0f", NOTIFY_LIMIT), limit(busy.notifies()));
		}
	}

	private static String format(String format, OptionalDouble rate) {
		return rate.isPresent() ? Table.format(format, rate.getAsDouble()) : NOT_MEASURED;
	}

	private static String limit(OptionalDouble notifies) {
		return notifies.isPresent() ? Table.limit(notifies.getAsDouble() <= NOTIFY_LIMIT) : NOT_MEASURED;
	}

	/// Each member submits the next form after the event of the previous one.
	private void submit(LiveMembers members, Service writer, int seconds) throws InterruptedException {
		long begun = System.nanoTime();
		try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int number = 0; number < seconds * PER_SECOND; number++) {
				long wait = begun + number * 1_000_000_000L / PER_SECOND - System.nanoTime();
				Thread.sleep(Math.max(0, wait / 1_000_000));
				members.take(1).forEach((member) -> requests.execute(() -> submit(member, members, writer)));
			}
		}
	}

	private static void submit(LiveMember member, LiveMembers members, Service writer) {
		try {
			String form = Long.toString(member.expectSubmittedForm());
			String answer = writer.post(member.token(), Operation.SUBMIT.body(form)).body();
			if (!answer.startsWith(Operation.SUBMIT.expected())) {
				members.addWrong("A submission was answered with " + answer);
			}
		}
		catch (IOException | InterruptedException failed) {
			members.addWrong("A submission failed: " + failed);
		}
	}

	private interface Work {

		void execute() throws InterruptedException;

	}

	/// Executions per second; empty if the server does not count them.
	private record Rates(double seconds, OptionalDouble statements, OptionalDouble notifies) {

		static Rates during(Optional<ExecutedStatements> executed, Work work) throws InterruptedException, SQLException {
			if (executed.isPresent()) {
				executed.get().reset();
			}
			long begun = System.nanoTime();
			work.execute();
			double seconds = (System.nanoTime() - begun) / 1e9;
			return executed.isPresent() ? of(seconds, executed.get().calls())
					: new Rates(seconds, OptionalDouble.empty(), OptionalDouble.empty());
		}

		private static Rates of(double seconds, Map<String, Long> calls) {
			calls.forEach((statement, count) -> Progress
				.print(Table.format("  %.1f per second: ", count / seconds) + statement));
			double statements = calls.values().stream().mapToLong(Long::longValue).sum();
			double notifies = calls.entrySet()
				.stream()
				.filter((call) -> call.getKey().matches("(?i).*\\b(pg_)?notify\\b.*"))
				.mapToLong(Map.Entry::getValue)
				.sum();
			return new Rates(seconds, OptionalDouble.of(statements / seconds), OptionalDouble.of(notifies / seconds));
		}

	}

}
