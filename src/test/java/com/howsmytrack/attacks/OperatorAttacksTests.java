package com.howsmytrack.attacks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// An operator who is also a member tries to find out who wrote the feedback in an own group, and to read texts without a
/// trace. The operator, Ada and Bo are one group; Cy and Di are another one. All responses are submitted. Zoe is an operator
/// without a group.
@WholeApplication
class OperatorAttacksTests {

	private static final String REASON = "reason: \"A member asked.\"";

	private static final String RESPONSE = "writerId writerEmail ownerId ownerEmail feedback submittedAt rating";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private AdminApi operator;

	private AdminApi zoe;

	private long ownGroup;

	private long otherGroup;

	/// Replies are on the response of Ada on the operator's track, and on the response of
	/// Cy on the track of Di.
	@BeforeEach
	void twoGroups() {
		this.operator = AdminApi.open(this.api, this.database);
		FeedbackScenario
			.create(this.operator.operator(), Map.of("mediaUrl", FeedbackScenario.track("operator"), "genre", "JAZZ"))
			.succeeded("createFeedbackRequest");
		Browser ada = this.scenario.memberWithTrack("ada", Genre.JAZZ);
		Browser bo = this.scenario.memberWithTrack("bo", Genre.JAZZ);
		this.scenario.assignGroups();
		List<Browser> others = this.scenario.group("cy", "di");
		Stream.concat(Stream.of(this.operator.operator(), ada, bo), others.stream())
			.forEach(FeedbackScenario::submitAllForms);
		this.ownGroup = this.operator.groupOf("operator");
		this.otherGroup = this.operator.groupOf("cy");
		reply(this.operator.operator(), this.operator.response("ada", "operator"));
		reply(others.getLast(), this.operator.response("cy", "di"));
		this.zoe = new AdminApi(this.api.member("zoe"), this.database);
		this.database.update("UPDATE account SET operator = true WHERE email = 'zoe@example.com'");
	}

	private static void reply(Browser owner, long response) {
		FeedbackScenario.rate(owner, (int) response, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(owner, (int) response, "Which kick?", true).succeeded("addFeedbackResponseReply");
	}

	private long reads() {
		return this.database.count("audit_log WHERE action = 'READ'");
	}

	private String lastDetails() {
		return this.database.single(String.class, "SELECT details::text FROM audit_log ORDER BY id DESC LIMIT 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ allResponses { edges { node { feedback } } } }",
			"{ allResponses(writerId: \"1\") { edges { node { id writerId } } } }",
			"{ allResponses(writerId: \"1\") { edges { node { id } } } }",
			"{ allReplies(writerId: \"1\") { pageInfo { hasNextPage } } }",
			"{ allResponses(text: \"kick\") { edges { node { id } } } }",
			"{ allReplies(text: \"kick\") { pageInfo { hasNextPage } } }",
			"{ allRequests(text: \"kick\") { edges { node { id } } } }",
			"{ groupDetails(id: \"1\") { replies { edges { node { text } } } } }",
			"{ personDetails(id: \"1\") { responsesGiven { edges { node { id } } } } }",
			"{ personDetails(id: \"1\") { replies { edges { node { id } } } } }",
			"{ allResponses { edges { node { ownerEmail } } } }", "{ allReplies { edges { node { text } } } }",
			"{ allReplies { edges { node { id fromOwner } } } }",
			"{ allRequests { edges { node { feedbackPrompt } } } }", "{ allRequests { edges { node { mediaUrl } } } }",
			"{ requestDetails(id: \"1\") { responses { edges { node { feedback } } } } }",
			"{ groupDetails(id: \"1\") { responses { edges { node { writerEmail } } } } }",
			"{ responseDetails(id: \"1\") { writer { id } } }",
			"{ responseDetails(id: \"1\") { replies { edges { node { text } } } } }",
			"{ replyDetails(id: \"1\") { response { feedback } } }",
			"{ personDetails(id: \"1\") { responsesReceived { edges { node { feedback } } } } }",
			"{ personDetails(id: \"1\") { mails { edges { node { recipient } } } } }",
			"{ outgoingMails { edges { node { lastError } } } }", "{ another: allReplies { edges { node { text } } } }",
			"{ ...Texts } fragment Texts on Query { allReplies { edges { ... on ReplyRecordEdge { node { t: text } } } } }",
			"query($yes: Boolean = true) { allReplies { edges { node { text @include(if: $yes) } } } }" })
	void readingATextOrAnAuthorAddsOneEntry(String document) {
		this.zoe.run(document).hasNoErrors();

		assertThat(this.database.list(String.class, "SELECT action || ' by ' || operator_email FROM audit_log"))
			.containsExactly("READ by zoe@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ allResponses(writerId: \"4711\") { edges { node { feedback } } } }",
			"{ responseDetails(id: \"4711\") { response { feedback } } }",
			"{ personDetails(id: \"x\") { replies { edges { node { text } } } } }",
			"{ allResponses(first: 0) { edges { node { feedback } } } }" })
	void anEmptyAnswerAddsAnEntry(String document) {
		this.zoe.run(document).hasNoErrors();

		assertThat(reads()).isOne();
	}

	@Test
	void eachOperationOfADocumentAddsAnEntry() {
		this.zoe.run("""
				{ allReplies { edges { node { text } } }
					first: allResponses { edges { node { feedback } } }
					second: allResponses { edges { node { id } } } }""").hasNoErrors();

		assertThat(reads()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ people { edges { node { email } } } }",
			"{ allGroups { edges { node { name responsesGiven } } } }", "{ auditLog { edges { node { reason } } } }",
			"{ allResponses { edges { node { id requestId } } } }", "{ jobRuns { edges { node { id } } } }",
			"{ allReplies { edges { node { id text @skip(if: true) } } } }",
			"{ personDetails(id: \"1\") { person { email } rating } }",
			"{ allGroups(name: \"Group #1\") { edges { node { id } } } }",
			"{ groupDetails(id: \"1\") { replies { edges { node { id } } } auditLog { edges { node { id } } } } }" })
	void readingNoTextAndNoAuthorAddsNoEntry(String document) {
		this.zoe.run(document).hasNoErrors();

		assertThat(reads()).isZero();
	}

	@Test
	void anEntryStatesWhatWasRead() {
		long ada = this.zoe.account("ada");
		this.zoe.run(
				"{ allResponses(writerId: \"%d\", submitted: true, first: 5) { edges { node { id feedback writerEmail } } } }"
					.formatted(ada))
			.hasNoErrors();

		assertThat(lastDetails()).isEqualTo("""
				{"query": "allResponses", "fields": ["ResponseRecord.feedback", "ResponseRecord.writerEmail"], \
				"arguments": {"first": 5, "writerId": "%d", "submitted": true}}""".formatted(ada));
		this.zoe.run("{ outgoingMails(state: GIVEN_UP) { edges { node { recipient } } } }").hasNoErrors();
		assertThat(lastDetails()).contains("\"arguments\": {\"state\": \"GIVEN_UP\"}");
	}

	@Test
	void anEntryHasTheIdOfAPersonButNotTheAddress() {
		this.zoe.run("{ personDetails(email: \"ada@example.com\") { replies { edges { node { text } } } } }")
			.hasNoErrors();
		assertThat(lastDetails()).contains("\"id\": %d".formatted(this.zoe.account("ada")), "\"email\": \"(text)\"");

		this.zoe.run("{ outgoingMails(recipient: \"ada@example.com\") { edges { node { recipient } } } }")
			.hasNoErrors();
		this.zoe.run("{ allReplies(writerId: \"ada@example.com\") { edges { node { text } } } }").hasNoErrors();
		assertThat(this.database.list(String.class, "SELECT audit_log::text FROM audit_log")).hasSize(3)
			.noneMatch((row) -> row.contains("ada@"));
	}

	/// The text of a search can quote a member, and the log is kept after members leave.
	@Test
	void anEntryDoesNotHaveTheTextOfASearch() {
		this.zoe.run("{ allReplies(text: \"which KICK\") { edges { node { id } } } }").hasNoErrors();

		assertThat(lastDetails()).contains("\"arguments\": {\"text\": \"(text)\"}").doesNotContainIgnoringCase("kick");
	}

	@Test
	void aReadThatCannotBeRecordedFails() {
		this.database.update("ALTER TABLE audit_log RENAME TO audit_log_hidden");
		try {
			Answer answer = this.zoe.run("{ allResponses { edges { node { feedback writerEmail } } } }");

			answer.with("allResponses", null);
			assertThat(answer.errorMessages()).hasSize(1);
			assertThat(answer.response().body()).doesNotContain("kick", "@example.com");
		}
		finally {
			this.database.update("ALTER TABLE audit_log_hidden RENAME TO audit_log");
		}
	}

	@Test
	void aMemberAddsNoEntry() {
		this.api.member("eve").run("{ allResponses { edges { node { feedback } } } }");

		assertThat(this.database.count("audit_log")).isZero();
	}

	@Test
	void responsesInOwnGroupsAreLeftOut() {
		String lists = """
				{ allResponses(groupId: "%1$d") { edges { node { %2$s } } }
					groupDetails(id: "%1$d") { responses { edges { node { %2$s } } }
						requests { edges { node { personId personEmail } } } }
					allRequests(groupId: "%1$d") { edges { node { personId personEmail } } } }"""
			.formatted(this.ownGroup, RESPONSE);
		Answer own = this.operator.run(lists).hasNoErrors();

		own.with("allResponses.edges.length()", 0).with("groupDetails.responses.edges.length()", 0);
		own.with("allRequests.edges.length()", 3);
		assertThat(own.response().body()).doesNotContain("ada@", "bo@", "kick", "\"2026")
			.contains("operator@example.com");
		assertThat(this.zoe.run(lists).hasNoErrors().response().body()).contains("ada@", "bo@", "kick", "\"2026");
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void aResponseInAnOwnGroupIsLeftOut(String writer, String owner) {
		this.operator
			.run("{ responseDetails(id: \"%d\") { response { %s } } }".formatted(this.operator.response(writer, owner),
					RESPONSE))
			.hasNoErrors()
			.with("responseDetails", null);
	}

	/// The member who moved wrote nothing about the track of the operator and got nothing
	/// from the operator.
	@Test
	void responsesStayHiddenAfterTheOwnerOfTheTrackHasMoved() {
		long moved = this.operator.request("ada");
		this.database.update("DELETE FROM feedback_response WHERE id IN (?, ?)",
				this.operator.response("operator", "ada"), this.operator.response("ada", "operator"));
		long response = this.operator.response("bo", "ada");
		this.zoe.mutate("moveRequest", "requestId: \"%d\", groupId: \"%d\"".formatted(moved, this.otherGroup))
			.succeeded("moveRequest");

		assertThat(this.operator.all("allResponses", "", "id")).doesNotContain(Long.toString(response));
		this.operator.run("{ responseDetails(id: \"%d\") { writer { email } } }".formatted(response))
			.hasNoErrors()
			.with("responseDetails", null);
		assertOwnGroup("clearResponse", "responseId: \"%d\"".formatted(response));
		for (String field : List.of("personId", "reason", "details")) {
			assertThat(this.operator.all("auditLog", "(action: MOVE_REQUEST)", field)).as(field)
				.containsExactly(field.equals("details") ? Map.of() : null);
		}
	}

	/// The time at which the count changes would tell when another member submits.
	@Test
	void theCountsOfAnOwnGroupIncludeOnlyTheFormsOfTheOperator() {
		this.database.update("UPDATE feedback_response SET feedback = NULL, submitted_at = NULL, released_at = NULL, "
				+ "allow_replies = false WHERE id = ?", this.operator.response("bo", "ada"));
		String counts = "{ groupDetails(id: \"%d\") { group { responsesAsked responsesGiven } } }"
			.formatted(this.ownGroup);

		this.operator.run(counts)
			.hasNoErrors()
			.with("groupDetails.group.responsesAsked", 2)
			.with("groupDetails.group.responsesGiven", 2);
		this.zoe.run(counts)
			.hasNoErrors()
			.with("groupDetails.group.responsesAsked", 6)
			.with("groupDetails.group.responsesGiven", 5);
	}

	/// From the mean of a member and the ratings in other groups, the operator could
	/// calculate which rating in the own group the member got.
	@Test
	void anOperatorWithAnOwnGroupSeesNoRatingsOfOtherMembers() {
		this.database
			.update("INSERT INTO member_rating (account_id, rating, calculated_at) SELECT id, 3.5, now() FROM account");

		assertThat(rating(this.operator, "ada")).isNull();
		assertThat(rating(this.operator, "cy")).isNull();
		assertThat(rating(this.operator, "operator")).isEqualTo(3.5);
		assertThat(rating(this.zoe, "ada")).isEqualTo(3.5);
	}

	private static Double rating(AdminApi operator, String name) {
		return operator.run("{ personDetails(email: \"%s@example.com\") { rating } }".formatted(name))
			.hasNoErrors()
			.at("personDetails.rating");
	}

	static List<Arguments> pairs() {
		return List.of(Arguments.of("ada", "operator"), Arguments.of("bo", "ada"));
	}

	@Test
	void theOwnersOfOtherRequestsInOwnGroupsAreHidden() {
		this.operator
			.run("{ requestDetails(id: \"%d\") { owner { email } request { personId mediaUrl } } }"
				.formatted(this.operator.request("ada")))
			.hasNoErrors()
			.with("requestDetails.owner", null)
			.with("requestDetails.request.personId", null)
			.with("requestDetails.request.mediaUrl", FeedbackScenario.track("ada"));
	}

	@Test
	void repliesInOwnGroupsAreLeftOut() {
		assertThat(this.operator.all("allReplies", "", "writerEmail")).containsExactly("di@example.com");
		assertThat(this.zoe.all("allReplies", "", "writerEmail")).containsExactlyInAnyOrder("di@example.com",
				"operator@example.com");
		long reply = this.operator.id("SELECT id FROM feedback_reply WHERE feedback_response_id = ?",
				this.operator.response("ada", "operator"));
		this.operator.run("{ replyDetails(id: \"%d\") { reply { writerEmail } } }".formatted(reply))
			.hasNoErrors()
			.with("replyDetails", null);
	}

	@Test
	void filtersDoNotRevealWhatIsHiddenInOwnGroups() {
		long ada = this.operator.account("ada");
		for (String filter : List.of("(writerId: \"%d\")".formatted(ada), "(ownerId: \"%d\")".formatted(ada),
				"(submitted: true, groupId: \"%d\")".formatted(this.ownGroup))) {
			assertThat(this.operator.all("allResponses", filter, "id")).as(filter).isEmpty();
			assertThat(this.zoe.all("allResponses", filter, "id")).as(filter).isNotEmpty();
		}
		assertThat(this.operator.all("allRequests", "(personId: \"%d\", text: \"soundcloud\")".formatted(ada), "id"))
			.isEmpty();
		assertThat(this.operator.all("allRequests", "(personId: \"%d\")".formatted(ada), "id")).isEmpty();
		assertThat(this.operator.all("allGroups", "(personId: \"%d\")".formatted(ada), "id")).isEmpty();
		assertThat(this.operator.all("allReplies", "(writerId: \"%d\")".formatted(ada), "id")).isEmpty();
		assertThat(this.zoe.all("allRequests", "(personId: \"%d\")".formatted(ada), "id")).hasSize(1);
		assertThat(this.zoe.all("allGroups", "(personId: \"%d\")".formatted(ada), "id")).hasSize(1);
	}

	@Test
	void searchesFindNothingInOwnGroups() {
		for (String list : List.of("allResponses", "allReplies")) {
			String search = "(text: \"kick\", groupId: \"%d\")".formatted(this.ownGroup);
			this.operator
				.run("{ %s%s { edges { node { id } } pageInfo { hasNextPage endCursor } } }".formatted(list, search))
				.hasNoErrors()
				.with(list + ".edges.length()", 0)
				.with(list + ".pageInfo.hasNextPage", false)
				.with(list + ".pageInfo.endCursor", null);
			assertThat(this.zoe.all(list, search, "id")).as(list).isNotEmpty();
			assertThat(this.operator.all(list, "(text: \"kick\")", "id")).as(list).isNotEmpty();
		}
	}

	@Test
	void theAuditLogOfAnotherGroupDoesNotTellWhoCameFromAnOwnGroup() {
		String request = Long.toString(this.operator.request("ada"));
		this.database.update("DELETE FROM feedback_response WHERE ? IN (owner_id, responder_id)",
				this.operator.account("ada"));
		this.zoe.moveRequest("ada", this.otherGroup).succeeded("moveRequest");
		this.zoe.mutate("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("cy", "di")))
			.succeeded("clearResponse");
		String log = "{ groupDetails(id: \"%d\") { auditLog(first: 1) { edges { node { action subjectId } } pageInfo { hasNextPage } } } }";

		this.operator.run(log.formatted(this.ownGroup)).hasNoErrors().with("groupDetails.auditLog.edges.length()", 0);
		this.operator.run(log.formatted(this.otherGroup))
			.hasNoErrors()
			.with("groupDetails.auditLog.edges[0].node.action", "CLEAR_RESPONSE")
			.with("groupDetails.auditLog.pageInfo.hasNextPage", false);
		this.zoe.run(log.formatted(this.ownGroup))
			.hasNoErrors()
			.with("groupDetails.auditLog.edges[0].node.subjectId", request);
		this.zoe.run(log.formatted(this.otherGroup))
			.hasNoErrors()
			.with("groupDetails.auditLog.pageInfo.hasNextPage", true);
	}

	@Test
	void theListsOfAPersonLeaveOutOwnGroups() {
		this.operator
			.run("""
					{ personDetails(email: "ada@example.com") {
						requests { edges { node { id } } } groups { edges { node { id } } } replies { edges { node { id } } }
						responsesGiven { edges { node { id } } } responsesReceived { edges { node { id } } } } }""")
			.hasNoErrors()
			.with("personDetails.requests.edges.length()", 0)
			.with("personDetails.groups.edges.length()", 0)
			.with("personDetails.replies.edges.length()", 0)
			.with("personDetails.responsesGiven.edges.length()", 0)
			.with("personDetails.responsesReceived.edges.length()", 0);
	}

	@Test
	void otherGroupsAreVisible() {
		assertThat(this.operator.all("allResponses", "(groupId: \"%d\")".formatted(this.otherGroup), "writerEmail"))
			.containsExactlyInAnyOrder("cy@example.com", "di@example.com");
		assertThat(
				this.operator.all("allGroups", "(personId: \"%d\")".formatted(this.operator.account("operator")), "id"))
			.hasSize(1);
	}

	@Test
	void writersStayHiddenAfterTheOperatorHasLeftTheGroup() {
		long response = this.operator.response("ada", "operator");
		this.zoe.removeRequest("operator").succeeded("removeRequest");

		this.operator.run("{ responseDetails(id: \"%d\") { response { writerEmail feedback } } }".formatted(response))
			.hasNoErrors()
			.with("responseDetails", null);
	}

	@Test
	void theAuditLogDoesNotRevealWritersInOwnGroups() {
		long response = this.operator.response("ada", "operator");
		this.zoe.mutate("clearResponse", "responseId: \"%d\"".formatted(response)).succeeded("clearResponse");
		this.zoe.mutate("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("cy", "di")))
			.succeeded("clearResponse");
		String ada = Long.toString(this.operator.account("ada"));
		String cy = Long.toString(this.operator.account("cy"));

		assertThat(this.operator.all("auditLog", "(action: CLEAR_RESPONSE)", "personId")).containsExactly(cy, null);
		assertThat(this.operator.all("auditLog", "(personId: \"%s\")".formatted(ada), "id")).isEmpty();
		this.operator.run("{ personDetails(id: \"%s\") { auditLog { edges { node { id } } } } }".formatted(ada))
			.hasNoErrors()
			.with("personDetails.auditLog.edges.length()", 0);
		assertThat(this.zoe.all("auditLog", "(action: CLEAR_RESPONSE)", "personId")).containsExactly(cy, ada);
		assertThat(this.zoe.all("auditLog", "(personId: \"%s\")".formatted(ada), "id")).hasSize(1);
	}

	/// A page of one entry without a next page tells nothing about hidden entries.
	@Test
	void pagesOfTheAuditLogDoNotRevealHiddenEntries() {
		String ada = Long.toString(this.operator.account("ada"));
		String page = "{ auditLog(personId: \"%s\", first: 1) { pageInfo { hasNextPage } edges { node { action } } } }"
			.formatted(ada);
		this.zoe.mutate("disableAccount", "id: \"%s\"".formatted(ada)).succeeded("disableAccount");
		this.zoe.mutate("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("ada", "operator")))
			.succeeded("clearResponse");

		this.operator.run(page)
			.hasNoErrors()
			.with("auditLog.edges[0].node.action", "DISABLE_ACCOUNT")
			.with("auditLog.pageInfo.hasNextPage", false);
		this.zoe.run(page)
			.hasNoErrors()
			.with("auditLog.edges[0].node.action", "CLEAR_RESPONSE")
			.with("auditLog.pageInfo.hasNextPage", true);
	}

	/// Operators name members by id in reasons.
	@Test
	void theAuditLogHidesReasonsInOwnGroups() {
		this.zoe.mutate("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("ada", "operator")))
			.succeeded("clearResponse");

		assertThat(this.operator.all("auditLog", "(action: CLEAR_RESPONSE)", "reason")).containsOnlyNulls();
		assertThat(this.zoe.all("auditLog", "(action: CLEAR_RESPONSE)", "reason")).doesNotContainNull();
	}

	/// The answer is the same whether or not the owner of the request is in the target
	/// group.
	@Test
	void correctionsInOwnGroupsAreRejected() {
		long ada = this.operator.request("ada");
		long cy = this.operator.request("cy");
		long own = this.operator.request("operator");
		assertOwnGroup("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("ada", "operator")));
		assertOwnGroup("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("bo", "ada")));
		assertOwnGroup("removeRequest", "requestId: \"%d\"".formatted(ada));
		assertOwnGroup("removeRequest", "requestId: \"%d\"".formatted(own));
		assertOwnGroup("moveRequest", "requestId: \"%d\"".formatted(ada));
		assertOwnGroup("moveRequest", "requestId: \"%d\", groupId: \"%d\"".formatted(ada, this.otherGroup));
		assertOwnGroup("moveRequest", "requestId: \"%d\", groupId: \"%d\"".formatted(ada, this.ownGroup));
		assertOwnGroup("moveRequest", "requestId: \"%d\", groupId: \"%d\"".formatted(cy, this.ownGroup));
		FeedbackScenario
			.create(this.operator.operator(), Map.of("mediaUrl", FeedbackScenario.track("new"), "genre", "JAZZ"))
			.succeeded("createFeedbackRequest");
		assertOwnGroup("moveRequest",
				"requestId: \"%d\", groupId: \"%d\"".formatted(this.operator.request("operator"), this.otherGroup));
		assertThat(this.database.count("audit_log")).isZero();
	}

	private void assertOwnGroup(String mutation, String arguments) {
		this.operator.mutate(mutation, arguments)
			.hasUserError(mutation, "OWN_GROUP",
					"This is your own request, or it belongs to a group in which you are or were a member. Ask another operator.",
					null);
	}

	@Test
	void correctionsInOtherGroupsSucceed() {
		this.operator.mutate("clearResponse", "responseId: \"%d\"".formatted(this.operator.response("cy", "di")))
			.succeeded("clearResponse");
	}

	@Test
	void aJobRunNeedsAReason() {
		assertThat(this.operator.run("mutation { runJob(job: ASSIGN_GROUPS) { success } }").errorMessages()).hasSize(1);
		assertThat(this.database.count("audit_log")).isZero();

		this.operator.run("mutation { runJob(job: ASSIGN_GROUPS, %s) { success error } }".formatted(REASON))
			.succeeded("runJob");
		assertThat(this.database.single(String.class, "SELECT reason FROM audit_log")).isEqualTo("A member asked.");
	}

}
