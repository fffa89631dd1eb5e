package com.howsmytrack.feedback;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The changed entity in the payload of a mutation is the one that the queries return afterwards.
@WholeApplication
class ChangedEntityTests {

	private static final String REQUEST = "{ id mediaUrl mediaType feedbackPrompt emailWhenGrouped genre }";

	private static final String RESPONSE = """
			{ id feedback submitted rating allowReplies replies unreadReplies feedbackRequest %s }"""
		.formatted(REQUEST);

	private static final String USER = """
			{ username rating notifications emailVerified operator sendGroupEmails mailPreferences { kind enabled } }""";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Test
	void createFeedbackRequestReturnsThePendingRequest() {
		Browser ada = this.scenario.verifiedMember("ada");

		Answer created = create(ada, "https://soundcloud.com/ada/track");

		assertThat(created.succeeded("request").<Object>at("request.feedbackRequest")).isNotNull()
			.isEqualTo(pending(ada));
		create(ada, "https://soundcloud.com/ada/other").with("request.success", false)
			.with("request.feedbackRequest", null);
	}

	@Test
	void editFeedbackRequestReturnsTheChangedRequest() {
		Browser ada = this.scenario.verifiedMember("ada");
		int request = create(ada, "https://soundcloud.com/ada/track").number("request.feedbackRequest.id");

		Answer edited = edit(ada, request);

		assertThat(edited.succeeded("request").<Object>at("request.feedbackRequest")).isNotNull()
			.isEqualTo(pending(ada));
		edited.with("request.feedbackRequest.feedbackPrompt", "Too loud?");
		edit(this.scenario.verifiedMember("bo"), request).with("request.success", false)
			.with("request.feedbackRequest", null);
	}

	@Test
	void submitFeedbackResponseReturnsTheResponseAsItsAuthorSeesIt() {
		Browser ada = this.scenario.group("ada", "bo").getFirst();
		int form = FeedbackScenario.openForms(ada).getFirst();

		Answer submitted = submit(ada, form);

		assertThat(submitted.succeeded("submit").<Object>at("submit.feedbackResponse")).isNotNull()
			.isEqualTo(onPage(ada, form));
		submitted.with("submit.feedbackResponse.rating", null)
			.with("submit.feedbackResponse.feedbackRequest.emailWhenGrouped", null);
		submit(ada, form).with("submit.success", false).with("submit.feedbackResponse", null);
	}

	@Test
	void rateFeedbackResponseReturnsTheResponseAsTheOwnerOfTheTrackSeesIt() {
		List<Browser> members = this.scenario.group("ada", "bo");
		Browser ada = members.getFirst();
		FeedbackScenario.submitAllForms(members.getLast());
		int received = this.scenario.response("bo", "ada");
		rate(ada, received).with("rate.success", false).with("rate.feedbackResponse", null);
		FeedbackScenario.submitAllForms(ada);

		Answer rated = rate(ada, received);

		assertThat(rated.succeeded("rate").<Object>at("rate.feedbackResponse")).isNotNull()
			.isEqualTo(onPage(ada, received));
		rated.with("rate.feedbackResponse.rating", 4);
		assertThat(onPage(members.getLast(), received)).as("as its author sees it").containsEntry("rating", null);
	}

	@Test
	void markRepliesAsReadReturnsTheResponsesWithTheirCounts() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		Browser ada = members.getFirst();
		int response = this.scenario.response("ada", "bo");
		rate(members.getLast(), response).succeeded("rate");
		int read = reply(members.getLast(), response);
		int unread = reply(members.getLast(), response);
		int own = reply(ada, response);

		Answer marked = markAsRead(ada, List.of(read, own, 4711));

		marked.succeeded("mark")
			.with("mark.feedbackResponses[*].unreadReplies", List.of(1))
			.with("mark.feedbackResponses[*].replies", List.of(3));
		assertThat(marked.<Object>at("mark.feedbackResponses[0]")).isEqualTo(onPage(ada, response));
		assertThat(markAsRead(ada, List.of(read)).<Object>at("mark.feedbackResponses[0]")).as("marked again")
			.isEqualTo(onPage(ada, response));
		markAsRead(members.getLast(), List.of(unread)).succeeded("mark").with("mark.feedbackResponses", List.of());
		markAsRead(this.scenario.verifiedMember("cy"), List.of(unread)).with("mark.feedbackResponses", List.of());
	}

	/// A reply to an owner who has not submitted all forms counts as unread, but belongs
	/// to a response that the owner cannot see yet.
	@Test
	void markRepliesAsReadLeavesOutResponsesThatTheMemberMayNotReadYet() {
		List<Browser> members = this.scenario.group("ada", "bo");
		FeedbackScenario.submitAllForms(members.getLast());
		int reply = reply(members.getLast(), this.scenario.response("bo", "ada"));

		markAsRead(members.getFirst(), List.of(reply)).succeeded("mark").with("mark.feedbackResponses", List.of());
	}

	@Test
	void updateEmailReturnsTheMember() {
		Browser ada = this.api.member("ada");

		Answer changed = updateEmail(ada, "ada@example.org");

		assertThat(changed.succeeded("change").<Object>at("change.user")).isNotNull().isEqualTo(user(ada));
		changed.with("change.user.username", "ada@example.org");
		updateEmail(ada, "nowhere").with("change.success", false).with("change.user", null);
	}

	@Test
	void updateMailPreferenceReturnsThePreference() {
		Browser ada = this.api.member("ada");

		updateMailPreference(ada, "reminder").succeeded("change")
			.with("change.mailPreference", Map.of("kind", "reminder", "description", "reminders", "enabled", false));
		updateMailPreference(ada, "no-such-kind").with("change.success", false).with("change.mailPreference", null);
	}

	@Test
	void isNullForAVisitor() {
		Browser visitor = this.api.visitor();

		create(visitor, "https://soundcloud.com/ada/track").with("request.feedbackRequest", null);
		edit(visitor, 1).with("request.feedbackRequest", null);
		submit(visitor, 1).with("submit.feedbackResponse", null);
		rate(visitor, 1).with("rate.feedbackResponse", null);
		markAsRead(visitor, List.of(1)).with("mark.feedbackResponses", null);
		updateEmail(visitor, "ada@example.org").with("change.user", null);
		updateMailPreference(visitor, "reminder").with("change.mailPreference", null);
	}

	/// Without the entity, these mutations take one statement each, see
	/// [StatementCountTests].
	@Test
	void takesOneMoreStatement() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::openForms);
		int form = this.scenario.response("ada", "bo");

		assertThat(Statements.of(() -> submit(members.getFirst(), form).succeeded("submit"))).hasSize(2);
		FeedbackScenario.submitAllForms(members.getLast());
		assertThat(Statements.of(() -> rate(members.getLast(), form).succeeded("rate"))).hasSize(2);
	}

	private static Answer create(Browser member, String track) {
		return member.run("""
				mutation($track: String!) { request: createFeedbackRequest(mediaUrl: $track, genre: "JAZZ",
					emailWhenGrouped: true, feedbackPrompt: "Too quiet?") { success error feedbackRequest %s } }"""
			.formatted(REQUEST), Map.of("track", track));
	}

	private static Answer edit(Browser member, int request) {
		return member.run("""
				mutation($id: Int!) { request: editFeedbackRequest(feedbackRequestId: $id,
					feedbackPrompt: "Too loud?") { success error feedbackRequest %s } }""".formatted(REQUEST),
				Map.of("id", request));
	}

	private static Object pending(Browser member) {
		Answer answer = member.run("{ unassignedRequest %s }".formatted(REQUEST)).hasNoErrors();
		return Objects.requireNonNull(answer.<Object>at("unassignedRequest"));
	}

	private static Answer submit(Browser member, int form) {
		return member.run("""
				mutation($id: Int!) { submit: submitFeedbackResponse(feedbackResponseId: $id, allowReplies: true,
					feedback: "The kick hides the bass.") { success error feedbackResponse %s } }"""
			.formatted(RESPONSE), Map.of("id", form));
	}

	private static Answer rate(Browser member, int response) {
		return member.run("""
				mutation($id: Int!) { rate: rateFeedbackResponse(feedbackResponseId: $id, rating: 4) {
					success error feedbackResponse %s } }""".formatted(RESPONSE), Map.of("id", response));
	}

	private static int reply(Browser member, int response) {
		return FeedbackScenario.reply(member, response, "Which bass?", true)
			.succeeded("addFeedbackResponseReply")
			.number("addFeedbackResponseReply.reply.id");
	}

	private static Answer markAsRead(Browser member, List<Integer> replies) {
		return member.run("""
				mutation($ids: [Int]!) { mark: markRepliesAsRead(replyIds: $ids) {
					success error feedbackResponses %s } }""".formatted(RESPONSE), Map.of("ids", replies));
	}

	/// The response on the page of its group.
	private static Map<String, Object> onPage(Browser member, int response) {
		Answer page = member
			.run("{ feedbackGroups { feedbackResponses %1$s userFeedbackResponses %1$s } }".formatted(RESPONSE))
			.hasNoErrors();
		List<Map<String, Object>> found = JsonPath.read(page.response().body(),
				"$.data.feedbackGroups[*][*][?(@.id == %d)]".formatted(response));
		return found.getFirst();
	}

	private static Answer updateEmail(Browser member, String email) {
		return member.run("mutation($email: String!) { change: updateEmail(email: $email) { success error user %s } }"
			.formatted(USER), Map.of("email", email));
	}

	private static Object user(Browser member) {
		return Objects
			.requireNonNull(member.run("{ userDetails %s }".formatted(USER)).hasNoErrors().<Object>at("userDetails"));
	}

	private static Answer updateMailPreference(Browser member, String kind) {
		return member.run("""
				mutation($kind: String!) { change: updateMailPreference(kind: $kind, enabled: false) {
					success error mailPreference { kind description enabled } } }""", Map.of("kind", kind));
	}

}
