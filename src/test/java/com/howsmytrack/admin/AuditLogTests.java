package com.howsmytrack.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The audit log has an entry for every change by an operator, and entries cannot be changed.
@WholeApplication
class AuditLogTests {

	private static final Map<String, String> ARGUMENTS = Map.ofEntries(
			Map.entry("disableAccount", "email: \"ada@example.com\""),
			Map.entry("enableAccount", "email: \"ada@example.com\""),
			Map.entry("grantOperator", "email: \"ada@example.com\""),
			Map.entry("revokeOperator", "email: \"ada@example.com\""), Map.entry("retryMails", "kind: \"reminder\""),
			Map.entry("runJob", "job: CALCULATE_USER_RATINGS"));

	/// In an order in which each mutation can succeed.
	private static final List<String> MUTATIONS = List.of("disableAccount", "enableAccount", "grantOperator",
			"revokeOperator", "moveRequest", "removeRequest", "clearResponse", "retryMail", "retryMails", "runJob");

	private static final String ENTRY = """
			{ auditLog { edges { node {
				id createdAt operatorId operatorEmail action subject subjectId personId reason details
			} } } }""";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private GraphQlSource graphQl;

	private AdminApi admin;

	private Browser ada;

	/// Ada and Bo are a group whose responses are all submitted. Cy, Di and Ed are
	/// another group. A mail was given up.
	@BeforeEach
	void createRowsToChange() {
		this.admin = AdminApi.open(this.api, this.database);
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		this.ada = members.getFirst();
		this.scenario.group("cy", "di", "ed");
		this.database
			.update("""
					INSERT INTO outgoing_mail (kind, recipient, state, created_at, due_at, failures, last_error, finished_at)
					VALUES ('reminder', 'bo@example.com', 'GIVEN_UP', now(), now(), 11, '421 not now', now())""");
	}

	@TestFactory
	Stream<DynamicTest> everyMutationOfAnOperatorAddsOneEntry() {
		List<String> mutations = Objects.requireNonNull(this.graphQl.schema().getMutationType())
			.getFieldDefinitions()
			.stream()
			.filter((field) -> "OPERATOR"
				.equals(field.getAppliedDirective("access").getArgument("to").<String>getValue()))
			.map((field) -> field.getName())
			.toList();
		assertThat(mutations).containsExactlyInAnyOrderElementsOf(MUTATIONS);
		return MUTATIONS.stream().map((mutation) -> DynamicTest.dynamicTest(mutation, () -> {
			long before = this.database.count("audit_log");

			this.admin.mutate(mutation, argumentsOf(mutation)).succeeded(mutation);

			assertThat(this.database.count("audit_log")).isEqualTo(before + 1);
			this.admin.run(ENTRY)
				.hasNoErrors()
				.with("auditLog.edges[0].node.action", action(mutation))
				.with("auditLog.edges[0].node.operatorEmail", "operator@example.com")
				.with("auditLog.edges[0].node.createdAt", "2026-03-01T12:00:00.000Z")
				.with("auditLog.edges[0].node.reason", "Somebody wrote to us.");
		}));
	}

	private String argumentsOf(String mutation) {
		return switch (mutation) {
			case "moveRequest" -> "requestId: \"%d\", groupId: \"1\"".formatted(this.admin.request("di"));
			case "removeRequest" -> "requestId: \"%d\"".formatted(this.admin.request("di"));
			case "clearResponse" -> "responseId: \"%d\"".formatted(this.admin.response("ada", "bo"));
			case "retryMail" ->
				"mailId: \"%d\"".formatted(this.admin.id("SELECT id FROM outgoing_mail WHERE state = 'GIVEN_UP'"));
			default -> Objects.requireNonNull(ARGUMENTS.get(mutation));
		};
	}

	private static String action(String mutation) {
		return mutation.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
	}

	@Test
	void aFailedMutationAddsNoEntry() {
		this.admin.mutate("disableAccount", "email: \"nobody@example.com\"").with("disableAccount.success", false);
		this.admin.mutate("removeRequest", "requestId: \"4711\"").with("removeRequest.success", false);
		this.admin.mutate("retryMail", "mailId: \"4711\"").with("retryMail.success", false);
		this.database.lock("assign-groups");
		this.admin.mutate("runJob", "job: ASSIGN_GROUPS").with("runJob.success", false);

		assertThat(this.database.count("audit_log")).isZero();
	}

	@Test
	void aChangeIsRolledBackIfItsEntryCannotBeWritten() {
		this.database.update("ALTER TABLE audit_log RENAME TO audit_log_hidden");
		try {
			this.admin.mutate("disableAccount", "email: \"ada@example.com\"");
			this.admin.mutate("retryMail", argumentsOf("retryMail"));
			this.admin.mutate("runJob", "job: CALCULATE_USER_RATINGS");
		}
		finally {
			this.database.update("ALTER TABLE audit_log_hidden RENAME TO audit_log");
		}

		assertThat(this.database.count("account WHERE disabled_at IS NOT NULL")).isZero();
		assertThat(this.database.count("outgoing_mail WHERE state = 'GIVEN_UP'")).isOne();
		assertThat(this.database.count("job_run WHERE job = 'calculate-user-ratings'")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE audit_log SET reason = 'Another.'", "DELETE FROM audit_log",
			"DELETE FROM audit_log WHERE false", "TRUNCATE audit_log",
			"INSERT INTO audit_log OVERRIDING SYSTEM VALUE SELECT * FROM audit_log ON CONFLICT (id) DO UPDATE SET reason = ''" })
	void entriesCannotBeChangedOrDeleted(String statement) {
		this.admin.mutate("disableAccount", "email: \"ada@example.com\"").succeeded("disableAccount");

		assertThatThrownBy(() -> this.database.update(statement))
			.hasStackTraceContaining("audit_log can only be added to");

		this.admin.run(ENTRY).with("auditLog.edges.length()", 1);
	}

	@Test
	void keepsTheIdOfADeletedMember() {
		long account = this.admin.account("ada");
		this.admin.mutate("enableAccount", "email: \"ada@example.com\"").succeeded("enableAccount");
		AccountScenario.deleteAccount(this.ada, Api.PASSWORD).succeeded("deleteAccount");

		this.admin.run(ENTRY)
			.hasNoErrors()
			.with("auditLog.edges[0].node.personId", Long.toString(account))
			.with("auditLog.edges[0].node.subject", "PERSON")
			.with("auditLog.edges[0].node.subjectId", Long.toString(account));
		assertThat(this.database.single(String.class, "SELECT audit_log::text FROM audit_log"))
			.doesNotContain("ada@example.com");
	}

	@Test
	void keepsTheIdAndTheAddressOfADeletedOperator() {
		long operator = this.admin.account("operator");
		this.admin.mutate("grantOperator", "email: \"ada@example.com\"").succeeded("grantOperator");
		this.admin.run("mutation { updateEmail(email: \"new@example.com\") { success error } }")
			.succeeded("updateEmail");
		this.admin.mutate("revokeOperator", "email: \"new@example.com\"").succeeded("revokeOperator");
		this.admin.run("mutation { deleteAccount(password: \"%s\") { success error } }".formatted(Api.PASSWORD))
			.succeeded("deleteAccount");

		this.ada.run(ENTRY)
			.hasNoErrors()
			.with("auditLog.edges[0].node.action", "REVOKE_OPERATOR")
			.with("auditLog.edges[0].node.operatorId", Long.toString(operator))
			.with("auditLog.edges[0].node.operatorEmail", "new@example.com")
			.with("auditLog.edges[1].node.action", "GRANT_OPERATOR")
			.with("auditLog.edges[1].node.operatorId", Long.toString(operator))
			.with("auditLog.edges[1].node.operatorEmail", "operator@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ok", "\u6295\u8bc9", "Account 17 asked @ noon.", "#23", "\ud835\udfd8\ud835\udfd9" })
	void acceptsAReasonOfAnyScript(String reason) {
		this.admin.operator()
			.run("mutation($reason: String!) { enableAccount(email: \"ada@example.com\", reason: $reason) { %s } }"
				.formatted(AdminApi.PAYLOAD_FIELDS), Map.of("reason", reason))
			.succeeded("enableAccount");
	}

	@Test
	void isFilteredByOperatorPersonActionAndSubject() {
		this.admin.mutate("disableAccount", "email: \"ada@example.com\"").succeeded("disableAccount");
		this.admin.mutate("runJob", "job: CALCULATE_USER_RATINGS").succeeded("runJob");
		long ada = this.admin.account("ada");

		assertThat(this.admin.all("auditLog", "(personId: \"%d\")".formatted(ada), "action"))
			.containsExactly("DISABLE_ACCOUNT");
		assertThat(
				this.admin.all("auditLog", "(operatorId: \"%d\")".formatted(this.admin.account("operator")), "action"))
			.containsExactly("RUN_JOB", "DISABLE_ACCOUNT");
		assertThat(this.admin.all("auditLog", "(action: RUN_JOB)", "subject")).containsExactly("JOB_RUN");
		assertThat(this.admin.all("auditLog", "(subject: PERSON, subjectId: \"%d\")".formatted(ada), "action"))
			.containsExactly("DISABLE_ACCOUNT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					'  '       | TEXT_BLANK            | The reason must not be empty.
					U+2060     | TEXT_BLANK            | The reason must not be empty.
					U+3164     | TEXT_BLANK            | The reason must not be empty.
					.          | REASON_TOO_SHORT      | The reason must have at least 2 letters or digits.
					-x-        | REASON_TOO_SHORT      | The reason must have at least 2 letters or digits.
					by a@b     | REASON_WITH_ADDRESS   | The reason contains an email address. Use the id of the account instead: the reason is kept after the member leaves.
					a\uff20b.com | REASON_WITH_ADDRESS | The reason contains an email address. Use the id of the account instead: the reason is kept after the member leaves.
					1001       | TEXT_TOO_LONG         | The reason can have at most 1,000 characters.
					U+0000     | UNSUPPORTED_CHARACTER | The reason contains a character that cannot be stored: U+0000 or half of a surrogate pair.
					""")
	void rejectsAnUnsuitableReason(String reason, String code, String message) {
		String given = switch (reason) {
			case "1001" -> "x".repeat(1001);
			case "U+0000" -> "\0";
			case "U+2060" -> "\u2060\u2060\u2060";
			case "U+3164" -> "\u3164\u3164";
			default -> reason;
		};
		for (String mutation : List.of("disableAccount(email: \"ada@example.com\", ", "runJob(job: ASSIGN_GROUPS, ")) {
			Answer answer = this.admin.operator()
				.run("mutation($reason: String!) { %s reason: $reason) { %s } }".formatted(mutation,
						AdminApi.PAYLOAD_FIELDS), Map.of("reason", given));

			answer.hasUserError(mutation.substring(0, mutation.indexOf('(')), code, message, "reason");
		}
		assertThat(this.database.count("audit_log")).isZero();
	}

}
