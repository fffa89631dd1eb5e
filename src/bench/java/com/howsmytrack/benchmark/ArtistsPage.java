package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/// Measures the throughput of `GET /api/artists`, alternating with its bare SQL. Clients send no entity tag, so each
/// response has a body.
final class ArtistsPage {

	/// All requests come from one network.
	static final List<String> SETTINGS = List.of("--howsmytrack.releases.api-calls.times=1000000000");

	private static final String PATH = "/api/artists";

	private static final String EXPECTED = "{\"artists\":[{\"id\":\"";

	private static final int CONNECTIONS = 32;

	private static final int WARM_UP_ROUNDS = 5;

	private static final double SHARE_LIMIT = 0.4;

	private final Settings settings;

	private final Database database;

	private final Service service;

	private final Report report;

	ArtistsPage(Settings settings, Database database, Service service, Report report) {
		this.settings = settings;
		this.database = database;
		this.service = service;
		this.report = report;
	}

	void measure(Database admin) throws IOException, InterruptedException, SQLException {
		compareWithSql();
		// Before any load, because statements of the load would be counted, too.
		Optional<ExecutedStatements> executed = ExecutedStatements.of(admin, this.database);
		String statements = executed.isPresent() ? new StatementCount(executed.get(), this.service).of(PATH) + " of 1" : "-";
		warmUp();
		int rounds = this.settings.rounds();
		List<Wrk.Result> results = new ArrayList<>();
		double[] bare = new double[rounds];
		double[] shares = new double[rounds];
		for (int round = 0; round < rounds; round++) {
			Wrk.Result result = load(this.settings.seconds());
			results.add(result);
			bare[round] = new Pgbench(Settings.SOURCES.resolve("pages/artists.sql").toString(), this.database, Map.of())
				.runFor(this.settings.seconds());
			shares[round] = result.perSecond() / bare[round];
			Progress.print(Table.format("  %.0f of %.0f is %.3f", result.perSecond(), bare[round], shares[round]));
		}
		double share = Pages.median(shares);
		boolean kept = share >= SHARE_LIMIT && (statements.equals("-") || statements.equals("1.0 of 1"));
		Table table = this.report.table("Artists of the newest releases", "request", "requests/s", "p50 ms", "p99 ms",
				"bare SQL/s", "share", "share of each round", "limit", "statements", "limits");
		table.add("GET " + PATH, Table.format("%.0f", median(results, Wrk.Result::perSecond)),
				Table.format("%.2f", median(results, Wrk.Result::p50)), Table.format("%.2f", median(results, Wrk.Result::p99)),
				Table.format("%.0f", Pages.median(bare)), Table.format("%.3f", share),
				Arrays.stream(shares).mapToObj((one) -> Table.format("%.3f", one)).collect(Collectors.joining(" ")),
				Table.format("%.2f", SHARE_LIMIT), statements, Table.limit(kept));
		this.report.chart().addShare(PATH, share, SHARE_LIMIT);
	}

	private void compareWithSql() throws IOException, InterruptedException, SQLException {
		JsonMapper json = new JsonMapper();
		String expected = this.database.ask(SqlScript.read("pages/artists-answer.sql", Map.of()).single());
		String answer = this.service.get(PATH).body();
		if (!AnswerCheck.same(json.readTree(answer), json.readTree(expected))) {
			this.report.addProblem("%s is %s instead of %s".formatted(PATH, answer, expected));
		}
	}

	private void warmUp() throws IOException {
		int seconds = Math.max(1, this.settings.warmUp() / WARM_UP_ROUNDS);
		for (int round = 0; round < WARM_UP_ROUNDS; round++) {
			Progress.print(Table.format("warm-up: %.0f requests/s", load(seconds).perSecond()));
		}
	}

	private Wrk.Result load(int seconds) throws IOException {
		Wrk.Result result = new Wrk(CONNECTIONS, List.of("GET " + PATH, EXPECTED)).run(this.service, seconds);
		this.report.check(PATH, result);
		return result;
	}

	private static double median(List<Wrk.Result> results, ToDoubleFunction<Wrk.Result> figure) {
		return Pages.median(results.stream().mapToDouble(figure).toArray());
	}

}
