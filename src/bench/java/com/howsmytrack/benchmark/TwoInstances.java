package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/// Two instances on one database. A member subscribes to `notificationsChanged` on one instance, with the npm client
/// graphql-ws, and submits forms through the other one. Then the instance that holds the stream is killed again and again.
/// After each kill, the client must connect to the other instance by its own retries and receive the right number of forms.
final class TwoInstances {

	private static final long MEMBER = 1;

	private static final int LONGEST_PAUSE = 200;

	private final Database database;

	private final Sessions sessions;

	private final Report report;

	private final Settings settings;

	private final Random random = new Random(1);

	private final Deque<Long> forms;

	private int starts;

	TwoInstances(Database database, Sessions sessions, Report report, Settings settings) throws SQLException {
		this.database = database;
		this.sessions = sessions;
		this.report = report;
		this.settings = settings;
		this.forms = new ArrayDeque<>(Arrays.stream(database
			.ask("SELECT string_agg(id::text, ',') FROM feedback_response WHERE submitted_at IS NULL AND responder_id = "
					+ MEMBER)
			.split(",")).map(Long::valueOf).toList());
	}

	/// Each change and each kill submits forms, three per group.
	static int groups(Settings settings) {
		return (settings.changes() + 2 * settings.streamKills()) / 3 + 1;
	}

	void measure() throws IOException, InterruptedException, SQLException {
		List<Service> instances = new ArrayList<>();
		try {
			instances.add(start());
			instances.add(start());
			try (InstanceProxy proxy = new InstanceProxy(List.copyOf(instances));
					NodeClient client = NodeClient.start("two-instances.js",
							Map.of("stream", proxy.address() + "/graphql", "cookie",
									"JWT=" + this.sessions.tokenOf(MEMBER), "openForms", this.forms.size()))) {
				measureEvents(client, instances.getLast());
				killInstances(client, proxy, instances);
			}
		}
		finally {
			for (Service instance : instances) {
				instance.close();
			}
		}
	}

	/// The instances are killed in turn, so each of the two running ones has its own log.
	private Service start() throws IOException, InterruptedException {
		this.starts++;
		return Service.start(this.database, this.sessions, "instance-%d.log".formatted(this.starts % 2), List.of());
	}

	private void measureEvents(NodeClient client, Service other) throws IOException, InterruptedException {
		Latencies responses = new Latencies();
		Latencies events = new Latencies();
		Progress.print("submitting %d forms through the other instance".formatted(this.settings.changes()));
		for (int change = 0; change < this.settings.changes(); change++) {
			Thread.sleep(this.random.nextInt(LONGEST_PAUSE));
			JsonNode times = submitAndAwait(client, other);
			responses.add(nanoseconds(times.get("response")));
			events.add(nanoseconds(times.get("event")));
		}
		Table table = this.report.table("Events from another instance", "milliseconds from the request", "changes", "p50",
				"p99", "maximum");
		addTimes(table, "until the response to the change", responses);
		addTimes(table, "until the event on the other instance", events);
	}

	private static long nanoseconds(JsonNode milliseconds) {
		return (long) (milliseconds.asDouble() * 1e6);
	}

	private JsonNode submitAndAwait(NodeClient client, Service through) throws IOException, InterruptedException {
		long form = this.forms.remove();
		return client.send(Map.of("command", "submitAndAwait", "api", through.address() + "/graphql", "form", form,
				"openForms", this.forms.size()));
	}

	private static void addTimes(Table table, String name, Latencies times, String... more) {
		List<String> line = new ArrayList<>(List.of(name, Integer.toString(times.count())));
		for (double share : List.of(0.5, 0.99, 1.0)) {
			line.add(Table.format("%.1f", times.percentile(share)));
		}
		line.addAll(List.of(more));
		table.add(line.toArray(String[]::new));
	}

	private void killInstances(NodeClient client, InstanceProxy proxy, List<Service> instances)
			throws IOException, InterruptedException, SQLException {
		Latencies times = new Latencies();
		int right = 0;
		for (int kill = 1; kill <= this.settings.streamKills(); kill++) {
			Service killed = proxy.last();
			instances.remove(killed);
			long since = System.currentTimeMillis();
			killed.kill();
			// The client is not connected now, so it receives no event of this change.
			client.send(Map.of("command", "submit", "api", instances.getFirst().address() + "/graphql", "form",
					this.forms.remove()));
			JsonNode state = client
				.send(Map.of("command", "awaitSince", "since", since, "openForms", this.forms.size()));
			times.add(nanoseconds(state.get("milliseconds")));
			right += isRight(state, kill) ? 1 : 0;
			instances.add(start());
			proxy.forwardTo(List.copyOf(instances));
			submitAndAwait(client, instances.getLast());
			Progress.print(Table.format("kill %d: right state after %.0f ms", kill, state.get("milliseconds").asDouble()));
		}
		Table table = this.report.table("Kills of the instance that holds the stream", "milliseconds from the kill",
				"kills", "p50", "p99", "maximum", "right states");
		addTimes(table, "until the client has the right state", times, Integer.toString(right));
	}

	/// The client has reconnected once, and received nothing but the current state, as the database has it.
	private boolean isRight(JsonNode state, int kill) throws SQLException {
		long open = this.database
			.count("SELECT count(*) FROM feedback_response WHERE submitted_at IS NULL AND responder_id = " + MEMBER);
		List<Long> received = state.get("openForms").valueStream().map(JsonNode::asLong).toList();
		boolean right = received.equals(List.of(open)) && state.get("connections").asInt() == kill + 1;
		if (!right) {
			this.report.addProblem("After kill %d, with %d open forms, the client received %s".formatted(kill, open, state));
		}
		return right;
	}

}
