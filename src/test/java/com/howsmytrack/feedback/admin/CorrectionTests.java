package com.howsmytrack.feedback.admin;

import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Operators move and remove requests and clear responses. Ada, Bo and Cy are one group, Di and Ed another.
@WholeApplication
class CorrectionTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private AdminApi admin;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	private Browser di;

	@BeforeEach
	void twoGroups() {
		this.admin = AdminApi.open(this.api, this.database);
		List<Browser> three = this.scenario.group("ada", "bo", "cy");
		this.ada = three.getFirst();
		this.bo = three.get(1);
		this.cy = three.getLast();
		this.di = this.scenario.group("di", "ed").getFirst();
	}

	private Answer move(String name, Object group) {
		return this.admin.mutate("moveRequest",
				"requestId: \"%d\", groupId: \"%s\"".formatted(this.admin.request(name), group));
	}

	private Answer moveToPending(String name) {
		return this.admin.mutate("moveRequest", "requestId: \"%d\"".formatted(this.admin.request(name)));
	}

	private Answer remove(String name) {
		return this.admin.mutate("removeRequest", "requestId: \"%d\"".formatted(this.admin.request(name)));
	}

	@Test
	void aMoveReplacesTheFormsOfTheOldGroupByFormsOfTheNewGroup() {
		move("cy", 2).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.ada)).as("about Bo").hasSize(1);
		assertThat(FeedbackScenario.openForms(this.cy)).as("about Di and Ed").hasSize(2);
		assertThat(FeedbackScenario.openForms(this.di)).as("about Ed and Cy").hasSize(2);
		FeedbackScenario.groups(this.cy)
			.with("feedbackGroups.length()", 1)
			.with("feedbackGroups[0].id", 2)
			.with("feedbackGroups[0].members", 2);
		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].members", 1);
		assertThat(this.database.single(String.class, "SELECT details::text FROM audit_log")).contains("\"from\": 1",
				"\"to\": 2", "\"formsRemoved\": 4", "\"formsCreated\": 4");
	}

	@Test
	void aMoveKeepsSubmittedResponses() {
		FeedbackScenario.submitAllForms(this.cy);
		FeedbackScenario.submitAllForms(this.ada);

		move("cy", 2).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.bo)).as("about Ada").hasSize(1);
		assertThat(FeedbackScenario.received(this.ada)).as("the response of Cy, a former member").hasSize(1);
		FeedbackScenario.submitAllForms(this.cy);
		assertThat(FeedbackScenario.received(this.cy)).as("the response of Ada from the old group").hasSize(1);
	}

	@Test
	void aMovedTracklessMemberGetsFormsAndNoResponses() {
		Browser fi = this.scenario.tracklessMember("fi", Genre.JAZZ);

		move("fi", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(fi)).hasSize(3);
		assertThat(FeedbackScenario.openForms(this.ada)).hasSize(2);
		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].tracklessMembers", 1);
	}

	@Test
	void aMemberWhoIsMovedBackFindsSubmittedResponsesAndGetsTheMissingForms() {
		FeedbackScenario.submitAllForms(this.cy);
		move("cy", 2).succeeded("moveRequest");
		move("cy", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.cy)).isEmpty();
		assertThat(FeedbackScenario.openForms(this.ada)).hasSize(2);
	}

	@Test
	void aRequestWithoutFeedbackCanBecomePendingAgain() {
		moveToPending("cy").succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.cy)).isEmpty();
		FeedbackScenario.pending(this.cy).with("unassignedRequest.mediaUrl", FeedbackScenario.track("cy"));
		this.scenario.memberWithTrack("fi", Genre.JAZZ);
		this.scenario.assignGroups();
		assertThat(FeedbackScenario.openForms(this.cy)).hasSize(1);
	}

	@Test
	void aRequestWithFeedbackCannotBecomePendingAgain() {
		FeedbackScenario.submitAllForms(this.ada);

		moveToPending("cy").hasUserError("moveRequest", "REQUEST_HAS_RESPONSES",
				"There is feedback on this request, so it cannot be pending again.", "groupId");
	}

	@Test
	void aMemberAndATrackHaveOnePendingRequest() {
		FeedbackScenario.create(this.cy, Map.of("mediaUrl", FeedbackScenario.track("new"), "genre", "POP"))
			.succeeded("createFeedbackRequest");
		long old = this.admin.id("SELECT min(id) FROM feedback_request WHERE account_id = ?", this.admin.account("cy"));
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("di"), "genre", "POP"))
			.succeeded("createFeedbackRequest");

		this.admin.mutate("moveRequest", "requestId: \"%d\"".formatted(old))
			.hasUserError("moveRequest", "PENDING_REQUEST_EXISTS",
					"The owner of the request has another request pending.", "groupId");
		moveToPending("di").hasUserError("moveRequest", "TRACK_ALREADY_PENDING",
				"Another request for the same track is pending.", "groupId");
	}

	@Test
	void rejectsMovesThatAreNotPossible() {
		move("cy", 1).hasUserError("moveRequest", "REQUEST_ALREADY_THERE", "The request is there already.", "groupId");
		move("cy", 4711).hasUserError("moveRequest", "UNKNOWN_GROUP", "There is no such group.", "groupId");
		move("cy", "x").hasUserError("moveRequest", "UNKNOWN_GROUP", "There is no such group.", "groupId");
		this.admin.mutate("moveRequest", "requestId: \"4711\", groupId: \"1\"")
			.hasUserError("moveRequest", "UNKNOWN_REQUEST", "There is no such request.", "requestId");
		FeedbackScenario.create(this.cy, Map.of("mediaUrl", FeedbackScenario.track("new"), "genre", "POP"))
			.succeeded("createFeedbackRequest");
		move("cy", 1).hasUserError("moveRequest", "MEMBER_ALREADY_IN_GROUP",
				"The owner of the request has another request in that group.", "groupId");
		assertThat(this.database.count("audit_log")).isZero();
	}

	@Test
	void twoMembersWhoAreMovedAtOnceGetFormsForEachOther() {
		Races.onTable("feedback_request", List.of(() -> move("ada", 2), () -> move("bo", 2)));

		assertThat(FeedbackScenario.openForms(this.ada)).hasSize(3);
		assertThat(FeedbackScenario.openForms(this.bo)).hasSize(3);
		assertThat(FeedbackScenario.openForms(this.di)).hasSize(3);
	}

	@Test
	void aMovedMemberHasNoUnreadRepliesInTheOldGroup() {
		FeedbackScenario.submitAllForms(this.cy);
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		int received = (int) this.admin.response("cy", "ada");
		FeedbackScenario.rate(this.ada, received, 3);
		FeedbackScenario.reply(this.ada, received, "Why?", true).succeeded("addFeedbackResponseReply");

		remove("cy").succeeded("removeRequest");
		assertThat(FeedbackScenario.notifications(this.cy)).isZero();
		FeedbackScenario.reply(this.ada, received, "Still there?", true).succeeded("addFeedbackResponseReply");
		assertThat(FeedbackScenario.notifications(this.cy)).isZero();
	}

	@Test
	void aRemovalFromAGroupKeepsSubmittedResponses() {
		FeedbackScenario.submitAllForms(this.cy);
		FeedbackScenario.submitAllForms(this.ada);

		remove("cy").succeeded("removeRequest");

		FeedbackScenario.groups(this.cy).with("feedbackGroups.length()", 0);
		assertThat(FeedbackScenario.openForms(this.bo)).as("about Ada").hasSize(1);
		assertThat(FeedbackScenario.received(this.ada)).as("the response of Cy, a former member").hasSize(1);
		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].members", 2);
		assertThat(
				this.database.count("feedback_request WHERE media_url = '%s'".formatted(FeedbackScenario.track("cy"))))
			.isZero();
		FeedbackScenario.create(this.cy, Map.of("mediaUrl", FeedbackScenario.track("cy"), "genre", "POP"))
			.succeeded("createFeedbackRequest");
	}

	@Test
	void aRemovalDeletesAPendingRequest() {
		Browser fi = this.scenario.memberWithTrack("fi", Genre.JAZZ);

		remove("fi").succeeded("removeRequest");

		FeedbackScenario.pending(fi).with("unassignedRequest", null);
	}

	@Test
	void rejectsRemovalsThatAreNotPossible() {
		long request = this.admin.request("cy");
		remove("cy").succeeded("removeRequest");

		this.admin.mutate("removeRequest", "requestId: \"%d\"".formatted(request))
			.hasUserError("removeRequest", "REQUEST_WITHOUT_OWNER",
					"The owner of this request has left its group. Nothing of theirs is in it.", "requestId");
		this.admin.mutate("moveRequest", "requestId: \"%d\"".formatted(request))
			.hasUserError("moveRequest", "REQUEST_WITHOUT_OWNER",
					"The owner of this request has left its group. Nothing of theirs is in it.", "requestId");
		this.admin.mutate("removeRequest", "requestId: \"x\"")
			.hasUserError("removeRequest", "UNKNOWN_REQUEST", "There is no such request.", "requestId");
	}

	@Test
	void aClearedResponseSaysSoAndStaysSubmitted() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.openForms(this.bo).forEach((form) -> FeedbackScenario.submit(this.bo, form, "An insult."));
		long response = this.admin.response("bo", "ada");
		FeedbackScenario.rate(this.ada, (int) response, 2);

		this.admin.mutate("clearResponse", "responseId: \"%d\"".formatted(response)).succeeded("clearResponse");

		FeedbackScenario.groups(this.ada)
			.with("feedbackGroups[0].userFeedbackResponses.length()", 1)
			.with("feedbackGroups[0].userFeedbackResponses[0].feedback",
					"[This feedback was removed by the people who run How's My Track?]")
			.with("feedbackGroups[0].userFeedbackResponses[0].rating", 2)
			.with("feedbackGroups[0].userFeedbackResponses[0].allowReplies", false);
		assertThat(FeedbackScenario.openForms(this.bo)).isEmpty();
		FeedbackScenario.reply(this.ada, (int) response, "Excuse me?", true)
			.hasUserError("addFeedbackResponseReply", "CONVERSATION_CLOSED", "You cannot reply to this feedback.",
					"feedbackResponseId");
		assertThat(this.database.single(String.class, "SELECT audit_log::text FROM audit_log")).doesNotContain("insult",
				"example.com");
	}

	@Test
	void aFormCannotBeCleared() {
		this.admin.mutate("clearResponse", "responseId: \"%d\"".formatted(this.admin.response("bo", "ada")))
			.hasUserError("clearResponse", "NOT_SUBMITTED",
					"This response has not been submitted: there is nothing to clear.", "responseId");
		this.admin.mutate("clearResponse", "responseId: \"4711\"")
			.hasUserError("clearResponse", "UNKNOWN_RESPONSE", "There is no such response.", "responseId");
	}

}
