package com.howsmytrack.account.admin;

import java.util.Base64;
import java.util.List;
import java.util.Objects;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/// Operators find people and see one person with related data.
@WholeApplication
class PeopleTests {

	private static final String DETAILS = """
			{ personDetails(email: "ADA@example.com") {
				person { id email operator disabledAt emailVerified registeredAt }
				rating
				requests { edges { node { id mediaUrl groupId personEmail } } }
				groups { edges { node { id name requests responsesAsked responsesGiven } } }
				responsesGiven { edges { node { id ownerEmail feedback } } }
				responsesReceived { edges { node { id writerEmail feedback rating } } }
				replies { edges { node { text writerEmail fromOwner } } }
				mails { edges { node { kind recipient } } }
				auditLog { edges { node { action reason } } }
			} }""";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private AdminApi admin;

	@BeforeEach
	void anOperator() {
		this.admin = AdminApi.open(this.api, this.database);
	}

	private void people(int first, int last) {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'Member' || number || '@example.com', '', now() FROM generate_series(?, ?) AS number""", first,
				last);
	}

	@Test
	void areFoundByTheirAddressAmongImportedTwins() {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at, imported_twin)
				VALUES ('twin@example.com', '', now(), false), ('TWIN@example.com', '', now(), true),
					('Twin@example.com', '', now(), true)""");

		assertThat(this.admin.run("{ personDetails(email: \"TWIN@example.com\") { person { email } } }")
			.<String>at("personDetails.person.email")).as("the account with this spelling")
			.isEqualTo("TWIN@example.com");
		assertThat(this.admin.run("{ personDetails(email: \"tWin@example.com\") { person { email } } }")
			.<String>at("personDetails.person.email")).as("the account that is not a twin")
			.isEqualTo("twin@example.com");
	}

	@Test
	void areFoundByTheBeginningOfTheirAddress() {
		people(1, 12);
		this.database
			.update("INSERT INTO account (email, password_hash, created_at) VALUES ('a_b@example.com', '', now())");

		assertThat(this.admin.all("people", "(emailStartsWith: \"MEMBER1\")", "email")).containsExactly(
				"Member12@example.com", "Member11@example.com", "Member10@example.com", "Member1@example.com");
		assertThat(this.admin.all("people", "(emailStartsWith: \"a_\")", "email")).containsExactly("a_b@example.com");
		assertThat(this.admin.all("people", "(emailStartsWith: \"%\")", "email")).isEmpty();
		assertThat(this.admin.all("people", "(emailStartsWith: \"a\\\\\")", "email")).isEmpty();
		assertThat(this.admin.all("people", "(emailStartsWith: \"\\u0000\")", "email")).isEmpty();
		assertThat(this.admin.all("people", "(emailStartsWith: \"\")", "email")).hasSize(14);
	}

	@Test
	void areFoundByRoleAndState() {
		people(1, 2);
		this.admin.mutate("disableAccount", "email: \"member1@example.com\"").succeeded("disableAccount");

		assertThat(this.admin.all("people", "(operator: true)", "email")).containsExactly("operator@example.com");
		assertThat(this.admin.all("people", "(operator: false)", "email")).hasSize(2);
		assertThat(this.admin.all("people", "(disabled: true)", "email")).containsExactly("Member1@example.com");
		assertThat(this.admin.all("people", "(disabled: false, operator: false)", "email"))
			.containsExactly("Member2@example.com");
	}

	@Test
	void areReadPageByPageInBothDirections() {
		people(1, 4);

		Answer first = page("first: 2");
		first.with("people.edges[0].node.email", "Member4@example.com")
			.with("people.edges[1].node.email", "Member3@example.com")
			.with("people.pageInfo.hasNextPage", true)
			.with("people.pageInfo.hasPreviousPage", false);
		Answer second = page("first: 2, after: \"%s\"".formatted(first.<String>at("people.pageInfo.endCursor")));
		second.with("people.edges[0].node.email", "Member2@example.com")
			.with("people.edges[1].node.email", "Member1@example.com")
			.with("people.pageInfo.hasPreviousPage", true);
		page("first: 2, after: \"%s\"".formatted(second.<String>at("people.pageInfo.endCursor")))
			.with("people.edges.length()", 1)
			.with("people.pageInfo.hasNextPage", false);
		page("last: 1, before: \"%s\"".formatted(second.<String>at("people.pageInfo.startCursor")))
			.with("people.edges.length()", 1)
			.with("people.edges[0].node.email", "Member3@example.com")
			.with("people.pageInfo.hasNextPage", true)
			.with("people.pageInfo.hasPreviousPage", true);
		page("last: 2").with("people.edges[1].node.email", "operator@example.com");
		page("first: 0").with("people.edges.length()", 0).with("people.pageInfo.endCursor", null);
	}

	@Test
	void areAtMostAHundredOnAPage() {
		people(1, 120);

		page("first: 2000000000").with("people.edges.length()", 100);
		page("").with("people.edges.length()", 20);
	}

	private Answer page(String arguments) {
		String given = arguments.isEmpty() ? "" : "(" + arguments + ")";
		return this.admin.run(
				"{ people%s { edges { cursor node { email } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
					.formatted(given))
			.hasNoErrors();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "!", "aWQ6", "aWQ6LTE", "MTI", "aWQ6OTk5OTk5OTk5OTk5OTk5OTk5OTk" })
	void rejectAnInvalidCursor(String cursor) {
		Answer answer = this.admin.run("{ people(after: \"%s\") { edges { cursor } } }".formatted(cursor));

		assertThat(answer.errorMessages()).containsExactly("This is not a cursor of this list.");
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("INVALID_CURSOR");
		assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo("BAD_REQUEST");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			first: -1          | The size of a page must not be negative.
			last: -1           | The size of a page must not be negative.
			first: 1, last: 1  | Give either `first` or `last`, not both.
			""")
	void rejectInvalidPageArguments(String arguments, String message) {
		assertThat(this.admin.run("{ people(%s) { edges { cursor } } }".formatted(arguments)).errorMessages())
			.containsExactly(message);
	}

	@Test
	void haveCursorsWithTheIdOnly() {
		String cursor = Objects.requireNonNull(page("first: 1").<String>at("people.edges[0].cursor"));

		assertThat(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII)).isEqualTo("id:1");
	}

	@Test
	void areShownWithRelatedData() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		FeedbackScenario.rate(members.getFirst(), FeedbackScenario.received(members.getFirst()).getFirst(), 4);
		FeedbackScenario.reply(members.getFirst(), FeedbackScenario.received(members.getFirst()).getFirst(),
				"Which kick?", true);
		this.admin.mutate("enableAccount", "email: \"ada@example.com\"").succeeded("enableAccount");

		Answer ada = this.admin.run(DETAILS).hasNoErrors();

		ada.with("personDetails.person.email", "ada@example.com")
			.with("personDetails.person.registeredAt", "2026-03-01T12:00:00.000Z")
			.with("personDetails.rating", null)
			.with("personDetails.requests.edges[0].node.mediaUrl", FeedbackScenario.track("ada"))
			.with("personDetails.groups.edges[0].node.requests", 2)
			.with("personDetails.groups.edges[0].node.responsesAsked", 2)
			.with("personDetails.groups.edges[0].node.responsesGiven", 2)
			.with("personDetails.responsesGiven.edges[0].node.ownerEmail", "bo@example.com")
			.with("personDetails.responsesReceived.edges[0].node.writerEmail", "bo@example.com")
			.with("personDetails.responsesReceived.edges[0].node.rating", 4)
			.with("personDetails.replies.edges.length()", 1)
			.with("personDetails.replies.edges[0].node.fromOwner", true)
			.with("personDetails.replies.edges[0].node.writerEmail", "ada@example.com")
			.with("personDetails.auditLog.edges[0].node.action", "ENABLE_ACCOUNT")
			.with("personDetails.auditLog.edges[0].node.reason", "Somebody wrote to us.");
	}

	@Test
	void needTheSameNumberOfStatementsWithMuchRelatedData() {
		this.scenario.group("ada", "bo");
		int few = Statements.of(() -> this.admin.run(DETAILS).hasNoErrors()).size();
		this.scenario.group("cy", "di", "ed", "fi");
		people(1, 50);
		this.database.update("""
				INSERT INTO feedback_group (name, created_at) SELECT 'Old', now() FROM generate_series(1, 30)""");
		this.database.update("""
				INSERT INTO feedback_request (account_id, feedback_group_id, genre, email_when_grouped, created_at)
				SELECT (SELECT id FROM account WHERE email = 'ada@example.com'), id, 'POP', false, now()
				FROM feedback_group WHERE name = 'Old'""");

		assertThat(Statements.of(() -> this.admin.run(DETAILS).hasNoErrors()))
			.as("one for the permission, one for the person, two for the audit log, one for each list")
			.hasSize(few)
			.hasSize(4 + 8);
		assertThat(Statements.of(() -> page("first: 50"))).hasSize(2);
		assertThat(Statements.of(() -> this.admin.run("{ allGroups { edges { node { name responsesAsked } } } }")))
			.hasSize(2);
		assertThat(Statements.of(() -> this.admin.run("{ allRequests { edges { node { personEmail } } } }")))
			.hasSize(2);
		assertThat(Statements.of(() -> this.admin.run("{ allResponses { edges { node { writerEmail } } } }")))
			.as("one for the audit log")
			.hasSize(3);
		assertThat(Statements.of(() -> this.admin.run("{ allReplies { edges { node { writerEmail } } } }"))).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id: \"4711\"", "id: \"x\"", "email: \"nobody@example.com\"", "email: \"no address\"",
			"id: null" })
	void areNullForAnUnknownIdOrAddress(String arguments) {
		this.admin.run("{ personDetails(%s) { person { id } } }".formatted(arguments))
			.hasNoErrors()
			.with("personDetails", null);
	}

}
