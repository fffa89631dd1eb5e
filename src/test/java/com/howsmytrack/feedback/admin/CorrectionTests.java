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

	private Browser ed;

	@BeforeEach
	void twoGroups() {
		this.admin = AdminApi.open(this.api, this.database);
		List<Browser> three = this.scenario.group("ada", "bo", "cy");
		this.ada = three.getFirst();
		this.bo = three.get(1);
		this.cy = three.getLast();
		List<Browser> two = this.scenario.group("di", "ed");
		this.di = two.getFirst();
		this.ed = two.getLast();
	}

	private static Answer export(Browser member) {
		return member.run("{ exportMyData }").hasNoErrors();
	}

	@Test
	void aMoveReplacesTheFormsOfTheOldGroupByFormsOfTheNewGroup() {
		this.admin.moveRequest("cy", 2).succeeded("moveRequest");

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

		this.admin.moveRequest("cy", 2).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.bo)).as("about Ada").hasSize(1);
		assertThat(FeedbackScenario.received(this.ada)).as("the response of Cy, a former member").hasSize(1);
		FeedbackScenario.submitAllForms(this.cy);
		assertThat(FeedbackScenario.received(this.cy)).as("the response of Ada from the old group").hasSize(1);
	}

	@Test
	void aMovedTracklessMemberGetsFormsAndNoResponses() {
		Browser fi = this.scenario.tracklessMember("fi", Genre.JAZZ);

		this.admin.moveRequest("fi", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(fi)).hasSize(3);
		assertThat(FeedbackScenario.openForms(this.ada)).hasSize(2);
		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].tracklessMembers", 1);
	}

	@Test
	void aMemberWhoIsMovedBackFindsSubmittedResponsesAndGetsTheMissingForms() {
		FeedbackScenario.submitAllForms(this.cy);
		this.admin.moveRequest("cy", 2).succeeded("moveRequest");
		this.admin.moveRequest("cy", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.cy)).isEmpty();
		assertThat(FeedbackScenario.openForms(this.ada)).hasSize(2);
	}

	@Test
	void aRequestWithoutFeedbackCanBecomePendingAgain() {
		this.admin.makeRequestPending("cy").succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.cy)).isEmpty();
		FeedbackScenario.pending(this.cy).with("unassignedRequest.mediaUrl", FeedbackScenario.track("cy"));
		this.scenario.memberWithTrack("fi", Genre.JAZZ);
		this.scenario.assignGroups();
		assertThat(FeedbackScenario.openForms(this.cy)).hasSize(1);
	}

	@Test
	void aRequestWithFeedbackCannotBecomePendingAgain() {
		FeedbackScenario.submitAllForms(this.ada);

		this.admin.makeRequestPending("cy")
			.hasUserError("moveRequest", "REQUEST_HAS_RESPONSES",
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
		this.admin.makeRequestPending("di")
			.hasUserError("moveRequest", "TRACK_ALREADY_PENDING", "Another request for the same track is pending.",
					"groupId");
	}

	@Test
	void rejectsMovesThatAreNotPossible() {
		this.admin.moveRequest("cy", 1)
			.hasUserError("moveRequest", "REQUEST_ALREADY_THERE", "The request is there already.", "groupId");
		this.admin.moveRequest("cy", 4711)
			.hasUserError("moveRequest", "UNKNOWN_GROUP", "There is no such group.", "groupId");
		this.admin.moveRequest("cy", "x")
			.hasUserError("moveRequest", "UNKNOWN_GROUP", "There is no such group.", "groupId");
		this.admin.mutate("moveRequest", "requestId: \"4711\", groupId: \"1\"")
			.hasUserError("moveRequest", "UNKNOWN_REQUEST", "There is no such request.", "requestId");
		FeedbackScenario.create(this.cy, Map.of("mediaUrl", FeedbackScenario.track("new"), "genre", "POP"))
			.succeeded("createFeedbackRequest");
		this.admin.moveRequest("cy", 1)
			.hasUserError("moveRequest", "MEMBER_ALREADY_IN_GROUP",
					"The owner of the request has another request in that group.", "groupId");
		assertThat(this.database.count("audit_log")).isZero();
	}

	@Test
	void twoMembersWhoAreMovedAtOnceGetFormsForEachOther() {
		Browser fi = this.scenario.memberWithTrack("fi", Genre.JAZZ);
		Browser gi = this.scenario.memberWithTrack("gi", Genre.JAZZ);

		Races.onTable("feedback_request",
				List.of(() -> this.admin.moveRequest("fi", 2), () -> this.admin.moveRequest("gi", 2)));

		assertThat(FeedbackScenario.openForms(fi)).hasSize(3);
		assertThat(FeedbackScenario.openForms(gi)).hasSize(3);
		assertThat(FeedbackScenario.openForms(this.di)).hasSize(3);
	}

	@Test
	void ofTwoMembersWhoAreMovedAtOnceOneIsKeptIfTheGroupWouldBeTooSmall() {
		List<Answer> answers = Races.onTable("feedback_request",
				List.of(() -> this.admin.moveRequest("ada", 2), () -> this.admin.moveRequest("bo", 2)));

		assertThat(answers).filteredOn((answer) -> Boolean.TRUE.equals(answer.at("moveRequest.success"))).hasSize(1);
		assertThat(this.database.count("feedback_request WHERE feedback_group_id = 1")).isEqualTo(2);
	}

	@Test
	void ofAMoveAndASubmissionAtTheSameTimeOneSucceeds() {
		int form = (int) this.admin.response("bo", "cy");

		List<Answer> answers = Races.onTable("feedback_response", List.of(() -> this.admin.moveRequest("cy", 2),
				() -> FeedbackScenario.submit(this.bo, form, "Less reverb.")));

		boolean moved = Boolean.TRUE.equals(answers.getFirst().at("moveRequest.success"));
		boolean submitted = Boolean.TRUE.equals(answers.getLast().at("submitFeedbackResponse.success"));
		assertThat(moved).as("Cy owes forms").isNotEqualTo(submitted);
	}

	@Test
	void aRequestWhoseOwnerHasSubmittedFeedbackCannotBecomePendingAgain() {
		FeedbackScenario.submit(this.cy, (int) this.admin.response("cy", "ada"), "Less reverb.");

		this.admin.makeRequestPending("cy")
			.hasUserError("moveRequest", "OWNER_HAS_SUBMITTED_FEEDBACK",
					"The owner of the request has submitted feedback in its group, so it cannot be pending again.",
					"groupId");
	}

	@Test
	void oneOfTwoMembersCannotLeaveAGroup() {
		Answer moved = this.admin.moveRequest("di", 1);
		Answer pending = this.admin.makeRequestPending("di");

		for (Answer answer : List.of(moved, pending)) {
			answer.hasUserError("moveRequest", "GROUP_LEFT_TOO_SMALL",
					"Only one member with a track would stay in the group of the request.", "requestId");
		}
	}

	@Test
	void theLastMemberOfAGroupCanLeave() {
		this.admin.removeRequest("ed").succeeded("removeRequest");

		this.admin.moveRequest("di", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(this.di)).hasSize(3);
	}

	@Test
	void noMemberJoinsAGroupThatTheOthersHaveLeft() {
		this.admin.removeRequest("ed").succeeded("removeRequest");
		this.admin.removeRequest("di").succeeded("removeRequest");

		this.admin.moveRequest("cy", 2)
			.hasUserError("moveRequest", "GROUP_TOO_SMALL",
					"Too many members have left that group: with this request, it would have fewer than two tracks.",
					"groupId");
	}

	@Test
	void theRequestsOfMembersWhoLeftCountInTheSizeOfAGroup() {
		this.scenario.memberWithTrack("fi", Genre.JAZZ);
		this.scenario.memberWithTrack("gi", Genre.JAZZ);
		this.admin.moveRequest("fi", 1).succeeded("moveRequest");
		this.admin.removeRequest("fi").succeeded("removeRequest");

		this.admin.moveRequest("gi", 1)
			.hasUserError("moveRequest", "GROUP_FULL", "The group already has four requests with a track.", "groupId");
		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].members", 3);
	}

	@Test
	void aFullGroupOfAnotherGenreTakesTracklessRequests() {
		this.scenario.memberWithTrack("fi", Genre.JAZZ);
		this.admin.moveRequest("fi", 1).succeeded("moveRequest");
		Browser gi = this.scenario.tracklessMember("gi", Genre.POP);

		this.admin.moveRequest("gi", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(gi)).hasSize(4);
	}

	@Test
	void aGroupOfAMergedPoolTakesEachGenreOfThePool() {
		this.scenario.memberWithTrack("fi", Genre.ELECTRONIC);
		for (String name : List.of("gi", "hal", "ivo", "jo")) {
			this.scenario.memberWithTrack(name, Genre.POP);
		}
		this.scenario.assignGroups();
		long group = this.admin.groupOf("jo");
		assertThat(this.database.list(String.class,
				"SELECT DISTINCT genre FROM feedback_request WHERE feedback_group_id = ?", group))
			.containsExactly("POP");
		this.scenario.memberWithTrack("kim", Genre.ELECTRONIC);
		this.scenario.memberWithTrack("lu", Genre.NO_GENRE);

		this.admin.moveRequest("kim", group).succeeded("moveRequest");
		this.admin.moveRequest("lu", group)
			.hasUserError("moveRequest", "GENRE_DOES_NOT_FIT", "The group has other genres than the request.",
					"groupId");
	}

	@Test
	void aRemovedMemberHasNoUnreadReplies() {
		FeedbackScenario.submitAllForms(this.cy);
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		int received = (int) this.admin.response("cy", "ada");
		FeedbackScenario.rate(this.ada, received, 3);
		FeedbackScenario.reply(this.ada, received, "Why?", true).succeeded("addFeedbackResponseReply");

		this.admin.removeRequest("cy").succeeded("removeRequest");
		assertThat(FeedbackScenario.notifications(this.cy)).isZero();
		FeedbackScenario.reply(this.ada, received, "Still there?", true).succeeded("addFeedbackResponseReply");
		assertThat(FeedbackScenario.notifications(this.cy)).isZero();
	}

	@Test
	void aRemovalFromAGroupKeepsSubmittedResponses() {
		FeedbackScenario.submitAllForms(this.cy);
		FeedbackScenario.submitAllForms(this.ada);

		this.admin.removeRequest("cy").succeeded("removeRequest");

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
	void theOwnerOfARemovedRequestExportsReceivedFeedbackIfAllFormsWereSubmitted() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		FeedbackScenario.submitAllForms(this.cy);
		FeedbackScenario.submit(this.di, (int) this.admin.response("di", "ed"), "Less reverb.");

		this.admin.removeRequest("cy").succeeded("removeRequest");
		this.admin.removeRequest("ed").succeeded("removeRequest");

		assertThat(export(this.cy).<List<Object>>at("exportMyData.feedback.feedbackReceived")).hasSize(2);
		assertThat(export(this.ed).<List<Object>>at("exportMyData.feedback.feedbackReceived")).isEmpty();
	}

	@Test
	void aRemovalDeletesAPendingRequest() {
		Browser fi = this.scenario.memberWithTrack("fi", Genre.JAZZ);

		this.admin.removeRequest("fi").succeeded("removeRequest");

		FeedbackScenario.pending(fi).with("unassignedRequest", null);
	}

	@Test
	void rejectsRemovalsThatAreNotPossible() {
		long request = this.admin.request("cy");
		this.admin.removeRequest("cy").succeeded("removeRequest");

		this.admin.mutate("removeRequest", "requestId: \"%d\"".formatted(request))
			.hasUserError("removeRequest", "REQUEST_WITHOUT_OWNER",
					"The owner of this request has deleted the account, or the request was removed from its group.",
					"requestId");
		this.admin.mutate("moveRequest", "requestId: \"%d\"".formatted(request))
			.hasUserError("moveRequest", "REQUEST_WITHOUT_OWNER",
					"The owner of this request has deleted the account, or the request was removed from its group.",
					"requestId");
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
				"ada@example.com", "bo@example.com");
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
