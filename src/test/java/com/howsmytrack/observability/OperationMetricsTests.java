package com.howsmytrack.observability;

import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.ManagementPort;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class OperationMetricsTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private ManagementPort management;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ userDetails { username } }                                     | userDetails   | ok
			{ a: userDetails { username } b: userDetails { username } }      | userDetails   | ok
			{ userDetails { username } feedbackGroups { id } }               | several       | ok
			{ __typename }                                                   | introspection | ok
			{ nothing }                                                      | none          | rejected
			{                                                                | none          | rejected
			mutation { refreshToken { payload } }                            | refreshToken  | rejected
			mutation { updateEmail(email: "x") { success } }                 | updateEmail   | rejected
			{ jobRuns { edges { node { outcome } } } }                       | jobRuns       | rejected
			""")
	void countOperationsByRootFieldAndOutcome(String document, String operation, String outcome) {
		double before = count(operation, outcome);

		this.api.visitor().run(document);

		assertThat(count(operation, outcome) - before).isOne();
	}

	@Test
	void countInternalErrors() {
		double before = count("userDetails", "error");
		Browser ada = this.api.member("ada");
		this.database.update("ALTER TABLE account RENAME TO account_hidden");
		try {
			ada.run("{ userDetails { username } }");
		}
		finally {
			this.database.update("ALTER TABLE account_hidden RENAME TO account");
		}

		assertThat(count("userDetails", "error") - before).isOne();
	}

	@Test
	void countExceededLimits() {
		double documents = count("none", "limited");
		double passwords = count("tokenAuth", "limited");
		this.api.visitor().run("{ userDetails { username } }".repeat(10_000));
		for (int time = 1; time <= 11; time++) {
			this.api.canSignIn("ada@example.com", "guess " + time);
		}

		assertThat(count("none", "limited") - documents).isOne();
		assertThat(count("tokenAuth", "limited") - passwords).isOne();
	}

	/// Each different label would stay in memory.
	@Test
	void containNoNamesThatCallersInvent() {
		this.api.visitor()
			.post("/graphql", "application/json",
					"{\"query\": \"query madeUp { userDetails { username } }\", \"operationName\": \"madeUp\"}");
		this.api.visitor().run("{ madeUp: userDetails { username } alsoMadeUp }");

		assertThat(this.management.metrics()).noneMatch((line) -> line.toLowerCase().contains("madeup"));
	}

	@Test
	void showTheDurationOfOperationsAndFields() {
		this.api.member("ada").run("{ userDetails { username } }").hasNoErrors();

		List<String> page = this.management.metrics();

		assertThat(page).anyMatch((line) -> line
			.startsWith("howsmytrack_operations_seconds_bucket{operation=\"userDetails\",outcome=\"ok\",le=\"0.1\"}"));
		assertThat(page).anyMatch((line) -> line.startsWith("howsmytrack_fetches_seconds_sum{field=\"userDetails\"}"));
		assertThat(page).anyMatch((line) -> line.startsWith("howsmytrack_reads_seconds_sum{page=\"userDetails\"}"));
	}

	@Test
	void countSignInsByOutcome() {
		Map<String, Double> before = Map.of("succeeded", signIns("succeeded"), "wrong", signIns("wrong"),
				"rate_limited", signIns("rate_limited"));
		this.api.member("ada");
		this.api.member("bo");
		this.database.update("UPDATE account SET disabled_at = now() WHERE email = 'bo@example.com'");
		this.api.canSignIn("bo@example.com", Api.PASSWORD);
		for (int time = 1; time <= 11; time++) {
			this.api.canSignIn("ada@example.com", "guess " + time);
		}

		assertThat(signIns("succeeded") - before.get("succeeded")).isEqualTo(2);
		assertThat(signIns("wrong") - before.get("wrong")).isEqualTo(11);
		assertThat(signIns("rate_limited") - before.get("rate_limited")).isEqualTo(1);
	}

	private double count(String operation, String outcome) {
		return this.management.metric(
				"howsmytrack_operations_seconds_count{operation=\"%s\",outcome=\"%s\"}".formatted(operation, outcome));
	}

	private double signIns(String outcome) {
		return this.management.metric("howsmytrack_sign_ins_total{outcome=\"%s\"}".formatted(outcome));
	}

}
