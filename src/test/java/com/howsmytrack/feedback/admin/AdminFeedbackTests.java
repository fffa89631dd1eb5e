package com.howsmytrack.feedback.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Operators find groups, requests, responses and replies. Ada and Bo are in a group and have replied to each other; the
/// request of Cy is pending.
@WholeApplication
class AdminFeedbackTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private QueryPlans plans;

	@Autowired
	private AdjustableClock clock;

	private AdminApi admin;

	@BeforeEach
	void adaAndBoAreAGroup() {
		this.admin = AdminApi.open(this.api, this.database);
		this.scenario.groupWithReplies();
		this.scenario.memberWithTrack("cy", Genre.POP);
	}

	@Test
	void findsGroups() {
		assertThat(this.admin.all("allGroups", "", "name")).containsExactly("Feedback Group #1 - Jazz");
		assertThat(this.admin.all("allGroups", "(personId: \"%d\")".formatted(this.admin.account("bo")), "name"))
			.hasSize(1);
		assertThat(this.admin.all("allGroups", "(personId: \"%d\")".formatted(this.admin.account("cy")), "name"))
			.isEmpty();
	}

	@Test
	void findsRequests() {
		assertThat(this.admin.all("allRequests", "", "personEmail")).containsExactly("cy@example.com", "bo@example.com",
				"ada@example.com");
		assertThat(this.admin.all("allRequests", "(pending: true)", "personEmail")).containsExactly("cy@example.com");
		assertThat(this.admin.all("allRequests", "(pending: false, genre: \"JAZZ\")", "personEmail")).hasSize(2);
		assertThat(this.admin.all("allRequests", "(groupId: \"1\")", "personEmail")).hasSize(2);
		assertThat(this.admin.all("allRequests", "(mediaUrl: \"%s\")".formatted(FeedbackScenario.track("bo")),
				"personEmail"))
			.containsExactly("bo@example.com");
		assertThat(this.admin.all("allRequests", "(personId: \"%d\")".formatted(this.admin.account("ada")), "mediaUrl"))
			.containsExactly(FeedbackScenario.track("ada"));
		assertThat(this.admin.all("allRequests", "(mediaUrl: \"\\u0000\")", "id")).isEmpty();
	}

	@Test
	void findsResponses() {
		long ada = this.admin.account("ada");

		assertThat(this.admin.all("allResponses", "(groupId: \"1\")", "writerEmail"))
			.containsExactlyInAnyOrder("ada@example.com", "bo@example.com");
		assertThat(this.admin.all("allResponses", "(writerId: \"%d\")".formatted(ada), "ownerEmail"))
			.containsExactly("bo@example.com");
		assertThat(this.admin.all("allResponses", "(ownerId: \"%d\")".formatted(ada), "feedback"))
			.containsExactly("More bass.");
		assertThat(this.admin.all("allResponses", "(requestId: \"%d\")".formatted(this.admin.request("bo")), "rating"))
			.hasSize(1)
			.containsOnlyNulls();
		assertThat(this.admin.all("allResponses", "(submitted: true)", "id")).hasSize(2);
		assertThat(this.admin.all("allResponses", "(submitted: false)", "id")).isEmpty();
	}

	@Test
	void findsReplies() {
		assertThat(this.admin.all("allReplies", "", "text")).containsExactly("Twice as much.", "How much?");
		assertThat(this.admin.all("allReplies", "(writerId: \"%d\")".formatted(this.admin.account("ada")), "text"))
			.containsExactly("How much?");
		assertThat(this.admin.all("allReplies", "(writerId: \"%d\")".formatted(this.admin.account("bo")), "text"))
			.containsExactly("Twice as much.");
		assertThat(
				this.admin.all("allReplies", "(responseId: \"%d\")".formatted(this.admin.response("ada", "bo")), "id"))
			.isEmpty();
	}

	@Test
	void showsOneOfEachWithRelatedData() {
		long request = this.admin.request("ada");
		long response = this.admin.response("bo", "ada");
		long reply = this.admin.id("SELECT id FROM feedback_reply WHERE text = 'Twice as much.'");

		this.admin.run("""
				{ groupDetails(id: "1") { group { name requests responsesAsked responsesGiven }
					requests { edges { node { id } } } responses { edges { node { id } } }
					replies { edges { node { text } } } } }""")
			.hasNoErrors()
			.with("groupDetails.replies.edges[0].node.text", "Twice as much.")
			.with("groupDetails.group.responsesGiven", 2)
			.with("groupDetails.requests.edges.length()", 2)
			.with("groupDetails.responses.edges.length()", 2);
		this.admin
			.run("""
					{ requestDetails(id: "%d") { request { groupId genre } owner { email } group { name }
						responses { edges { node { writerEmail } } } auditLog { edges { node { id } } } } }"""
				.formatted(request))
			.hasNoErrors()
			.with("requestDetails.request.groupId", "1")
			.with("requestDetails.owner.email", "ada@example.com")
			.with("requestDetails.group.name", "Feedback Group #1 - Jazz")
			.with("requestDetails.responses.edges[0].node.writerEmail", "bo@example.com")
			.with("requestDetails.auditLog.edges.length()", 0);
		this.admin
			.run("""
					{ responseDetails(id: "%d") { response { feedback submittedAt } request { mediaUrl } owner { email }
						writer { email } replies { edges { node { text readAt } } } auditLog { edges { node { id } } } } }"""
				.formatted(response))
			.hasNoErrors()
			.with("responseDetails.response.feedback", "More bass.")
			.with("responseDetails.request.mediaUrl", FeedbackScenario.track("ada"))
			.with("responseDetails.owner.email", "ada@example.com")
			.with("responseDetails.writer.email", "bo@example.com")
			.with("responseDetails.replies.edges.length()", 2);
		this.admin.run("{ replyDetails(id: \"%d\") { reply { text } response { id } } }".formatted(reply))
			.hasNoErrors()
			.with("replyDetails.reply.text", "Twice as much.")
			.with("replyDetails.response.id", Long.toString(response));
	}

	@Test
	void ordersResponsesByRequestAndRepliesByTime() {
		List<Browser> three = this.scenario.group("di", "ed", "fi");
		three.forEach(FeedbackScenario::submitAllForms);
		int received = (int) this.admin.response("di", "ed");
		this.clock.advance(Duration.ofMinutes(1));
		for (int number = 1; number <= 5; number++) {
			FeedbackScenario.reply(three.getFirst(), received, "Reply " + number, true)
				.succeeded("addFeedbackResponseReply");
		}

		List<String> responses = pageByPage("allResponses", "first", "after", "endCursor", "requestId");
		assertThat(responses.stream().map(Long::valueOf)).hasSize(2 + 12)
			.isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(pageByPage("allResponses", "last", "before", "startCursor", "requestId"))
			.isEqualTo(responses.reversed());
		assertThat(pageByPage("allResponses", "first", "after", "endCursor", "id")).doesNotHaveDuplicates();
		List<String> replies = pageByPage("allReplies", "first", "after", "endCursor", "text");
		assertThat(replies).containsExactly("Reply 5", "Reply 4", "Reply 3", "Reply 2", "Reply 1", "Twice as much.",
				"How much?");
		assertThat(pageByPage("allReplies", "last", "before", "startCursor", "text")).isEqualTo(replies.reversed());
	}

	/// The value of a field of each node, read in pages of one node.
	private List<String> pageByPage(String list, String size, String position, String cursor, String field) {
		List<String> values = new ArrayList<>();
		String arguments = "(%s: 1)".formatted(size);
		for (;;) {
			Answer page = this.admin
				.run("{ %s%s { edges { node { %s } } pageInfo { %s } } }".formatted(list, arguments, field, cursor))
				.hasNoErrors();
			if (page.number(list + ".edges.length()") == 0) {
				return values;
			}
			values.add(page.at(list + ".edges[0].node." + field));
			arguments = "(%s: 1, %s: \"%s\")".formatted(size, position, page.<String>at(list + ".pageInfo." + cursor));
		}
	}

	@Test
	void rejectsCursorsOfOtherLists() {
		String group = this.admin.run("{ allGroups { pageInfo { endCursor } } }").at("allGroups.pageInfo.endCursor");
		String response = this.admin.run("{ allResponses { pageInfo { endCursor } } }")
			.at("allResponses.pageInfo.endCursor");

		assertThat(
				this.admin.run("{ allReplies(after: \"%s\") { edges { cursor } } }".formatted(group)).errorMessages())
			.containsExactly("This is not a cursor of this list.");
		assertThat(
				this.admin.run("{ allGroups(after: \"%s\") { edges { cursor } } }".formatted(response)).errorMessages())
			.containsExactly("This is not a cursor of this list.");
	}

	@Test
	void showsTheCorrectionsInAGroup() {
		long response = this.admin.response("bo", "ada");
		this.admin.mutate("clearResponse", "responseId: \"%d\"".formatted(response)).succeeded("clearResponse");
		this.admin.removeRequest("cy").succeeded("removeRequest");
		this.admin.removeRequest("bo").succeeded("removeRequest");

		this.admin.run("{ groupDetails(id: \"1\") { auditLog { edges { node { action details } } } } }")
			.hasNoErrors()
			.with("groupDetails.auditLog.edges.length()", 2)
			.with("groupDetails.auditLog.edges[0].node.action", "REMOVE_REQUEST")
			.with("groupDetails.auditLog.edges[1].node.action", "CLEAR_RESPONSE")
			.with("groupDetails.auditLog.edges[1].node.details.group", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "groupDetails", "requestDetails", "responseDetails", "replyDetails" })
	void answersNullForAnUnknownId(String details) {
		for (String id : new String[] { "4711", "x", "-1", "" }) {
			this.admin.run("{ %s(id: \"%s\") { __typename } }".formatted(details, id))
				.hasNoErrors()
				.with(details, null);
		}
	}

	/// Few of many responses are forms, so the primary key would read many other rows.
	@Test
	void readsFormsByTheirIndex() {
		this.database
			.update("""
					INSERT INTO feedback_response (id, feedback_request_id, owner_id, feedback, submitted_at)
					SELECT number, request.id, request.account_id, 'More bass.', now()
					FROM generate_series(1, 1000) AS number, (SELECT id, account_id FROM feedback_request LIMIT 1) AS request""");
		this.database.update("ANALYZE feedback_response");

		assertThat(this.plans.indexes(
				() -> this.admin.run("{ allResponses(submitted: false) { edges { node { id } } } }").hasNoErrors()))
			.contains("feedback_response_form");
	}

}
