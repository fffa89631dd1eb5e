package com.howsmytrack.operations;

import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.Genre;
import com.howsmytrack.feedback.Loop;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// An operator moves and removes requests, and clears responses. Ada, Bo and Cy are one group, Di and Ed another.
@WholeApplication
class CorrectionTests {

	@Autowired
	private Api api;

	@Autowired
	private Loop loop;

	@Autowired
	private Database database;

	private Desk desk;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	private Browser di;

	@BeforeEach
	void twoGroups() {
		this.desk = Desk.open(this.api, this.database);
		List<Browser> three = this.loop.group("ada", "bo", "cy");
		this.ada = three.getFirst();
		this.bo = three.get(1);
		this.cy = three.getLast();
		this.di = this.loop.group("di", "ed").getFirst();
	}

	private Answer move(String name, Object group) {
		return this.desk.make("moveRequest",
				"requestId: \"%d\", groupId: \"%s\"".formatted(this.desk.request(name), group));
	}

	private Answer sendBack(String name) {
		return this.desk.make("moveRequest", "requestId: \"%d\"".formatted(this.desk.request(name)));
	}

	private Answer remove(String name) {
		return this.desk.make("removeRequest", "requestId: \"%d\"".formatted(this.desk.request(name)));
	}

	@Test
	void aMovedMemberOwesAndIsOwedInTheNewGroupAndNotInTheOld() {
		move("cy", 2).succeeded("moveRequest");

		assertThat(Loop.openForms(this.ada)).as("about Bo").hasSize(1);
		assertThat(Loop.openForms(this.cy)).as("about Di and Ed").hasSize(2);
		assertThat(Loop.openForms(this.di)).as("about Ed and Cy").hasSize(2);
		Loop.groups(this.cy)
			.with("feedbackGroups.length()", 1)
			.with("feedbackGroups[0].id", 2)
			.with("feedbackGroups[0].members", 2);
		Loop.groups(this.ada).with("feedbackGroups[0].members", 1);
		assertThat(this.database.single(String.class, "SELECT details::text FROM audit_log")).contains("\"from\": 1",
				"\"to\": 2", "\"formsRemoved\": 4", "\"formsMade\": 4");
	}

	@Test
	void whatWasSubmittedStaysWhereItBelongs() {
		Loop.giveAll(this.cy);
		Loop.giveAll(this.ada);

		move("cy", 2).succeeded("moveRequest");

		assertThat(Loop.openForms(this.bo)).as("about Ada").hasSize(1);
		assertThat(Loop.received(this.ada)).as("of Cy, who was there").hasSize(1);
		Loop.giveAll(this.cy);
		assertThat(Loop.received(this.cy)).as("of Ada, who was with Cy").hasSize(1);
	}

	@Test
	void aTracklessMemberGetsFormsAndNobodyOwesThemAny() {
		Browser fi = this.loop.tracklessMember("fi", Genre.JAZZ);

		move("fi", 1).succeeded("moveRequest");

		assertThat(Loop.openForms(fi)).hasSize(3);
		assertThat(Loop.openForms(this.ada)).hasSize(2);
		Loop.groups(this.ada).with("feedbackGroups[0].tracklessMembers", 1);
	}

	@Test
	void whoComesBackFindsWhatWasSubmittedAndOwesTheRest() {
		Loop.giveAll(this.cy);
		move("cy", 2).succeeded("moveRequest");
		move("cy", 1).succeeded("moveRequest");

		assertThat(Loop.openForms(this.cy)).isEmpty();
		assertThat(Loop.openForms(this.ada)).hasSize(2);
	}

	@Test
	void aRequestWithoutFeedbackWaitsForANightAgain() {
		sendBack("cy").succeeded("moveRequest");

		assertThat(Loop.openForms(this.cy)).isEmpty();
		Loop.pending(this.cy).with("unassignedRequest.mediaUrl", Loop.track("cy"));
		this.loop.memberWithTrack("fi", Genre.JAZZ);
		this.loop.night();
		assertThat(Loop.openForms(this.cy)).hasSize(1);
	}

	@Test
	void aRequestWithFeedbackDoesNotWaitAgain() {
		Loop.giveAll(this.ada);

		sendBack("cy").refused("moveRequest", "REQUEST_HAS_RESPONSES",
				"There is feedback on this request, so it cannot be pending again.", "groupId");
	}

	@Test
	void nobodyWaitsTwiceAndNoTrackDoes() {
		Loop.create(this.cy, Map.of("mediaUrl", Loop.track("new"), "genre", "POP")).succeeded("createFeedbackRequest");
		long old = this.desk.id("SELECT min(id) FROM feedback_request WHERE account_id = ?", this.desk.account("cy"));
		Loop.create(this.ada, Map.of("mediaUrl", Loop.track("di"), "genre", "POP")).succeeded("createFeedbackRequest");

		this.desk.make("moveRequest", "requestId: \"%d\"".formatted(old))
			.refused("moveRequest", "PENDING_REQUEST_EXISTS", "The owner of the request has another request pending.",
					"groupId");
		sendBack("di").refused("moveRequest", "TRACK_ALREADY_PENDING", "Another request for the same track is pending.",
				"groupId");
	}

	@Test
	void nothingIsMovedThatCannotBe() {
		move("cy", 1).refused("moveRequest", "REQUEST_ALREADY_THERE", "The request is there already.", "groupId");
		move("cy", 4711).refused("moveRequest", "UNKNOWN_GROUP", "There is no such group.", "groupId");
		move("cy", "x").refused("moveRequest", "UNKNOWN_GROUP", "There is no such group.", "groupId");
		this.desk.make("moveRequest", "requestId: \"4711\", groupId: \"1\"")
			.refused("moveRequest", "UNKNOWN_REQUEST", "There is no such request.", "requestId");
		Loop.create(this.cy, Map.of("mediaUrl", Loop.track("new"), "genre", "POP")).succeeded("createFeedbackRequest");
		move("cy", 1).refused("moveRequest", "MEMBER_ALREADY_IN_GROUP",
				"The owner of the request has another request in that group.", "groupId");
		assertThat(this.database.count("audit_log")).isZero();
	}

	@Test
	void twoWhoAreMovedIntoAGroupAtOnceOweEachOther() {
		Races.run(List.of(() -> move("ada", 2), () -> move("bo", 2)));

		assertThat(Loop.openForms(this.ada)).hasSize(3);
		assertThat(Loop.openForms(this.bo)).hasSize(3);
		assertThat(Loop.openForms(this.di)).hasSize(3);
	}

	@Test
	void nothingWaitsForWhoCannotSeeTheGroupAnyMore() {
		Loop.giveAll(this.cy);
		Loop.giveAll(this.ada);
		Loop.giveAll(this.bo);
		int received = (int) this.desk.response("cy", "ada");
		Loop.rate(this.ada, received, 3);
		Loop.reply(this.ada, received, "Why?", true).succeeded("addFeedbackResponseReply");

		remove("cy").succeeded("removeRequest");
		assertThat(Loop.notifications(this.cy)).isZero();
		Loop.reply(this.ada, received, "Still there?", true).succeeded("addFeedbackResponseReply");
		assertThat(Loop.notifications(this.cy)).isZero();
	}

	@Test
	void aRequestThatIsRemovedFromItsGroupLeavesWhatWasSubmitted() {
		Loop.giveAll(this.cy);
		Loop.giveAll(this.ada);

		remove("cy").succeeded("removeRequest");

		Loop.groups(this.cy).with("feedbackGroups.length()", 0);
		assertThat(Loop.openForms(this.bo)).as("about Ada").hasSize(1);
		assertThat(Loop.received(this.ada)).as("of Cy, who was there").hasSize(1);
		Loop.groups(this.ada).with("feedbackGroups[0].members", 2);
		assertThat(this.database.count("feedback_request WHERE media_url = '%s'".formatted(Loop.track("cy")))).isZero();
		Loop.create(this.cy, Map.of("mediaUrl", Loop.track("cy"), "genre", "POP")).succeeded("createFeedbackRequest");
	}

	@Test
	void aRequestThatWaitsIsDeleted() {
		Browser fi = this.loop.memberWithTrack("fi", Genre.JAZZ);

		remove("fi").succeeded("removeRequest");

		Loop.pending(fi).with("unassignedRequest", null);
	}

	@Test
	void nothingIsRemovedTwiceOrThatIsNotThere() {
		long request = this.desk.request("cy");
		remove("cy").succeeded("removeRequest");

		this.desk.make("removeRequest", "requestId: \"%d\"".formatted(request))
			.refused("removeRequest", "REQUEST_WITHOUT_OWNER",
					"The owner of this request has left its group. Nothing of theirs is in it.", "requestId");
		this.desk.make("moveRequest", "requestId: \"%d\"".formatted(request))
			.refused("moveRequest", "REQUEST_WITHOUT_OWNER",
					"The owner of this request has left its group. Nothing of theirs is in it.", "requestId");
		this.desk.make("removeRequest", "requestId: \"x\"")
			.refused("removeRequest", "UNKNOWN_REQUEST", "There is no such request.", "requestId");
	}

	@Test
	void aClearedResponseSaysSoAndCountsOn() {
		Loop.giveAll(this.ada);
		Loop.openForms(this.bo).forEach((form) -> Loop.submit(this.bo, form, "An insult."));
		long response = this.desk.response("bo", "ada");
		Loop.rate(this.ada, (int) response, 2);

		this.desk.make("clearResponse", "responseId: \"%d\"".formatted(response)).succeeded("clearResponse");

		Loop.groups(this.ada)
			.with("feedbackGroups[0].userFeedbackResponses.length()", 1)
			.with("feedbackGroups[0].userFeedbackResponses[0].feedback",
					"[This feedback was removed by the people who run How's My Track?]")
			.with("feedbackGroups[0].userFeedbackResponses[0].rating", 2)
			.with("feedbackGroups[0].userFeedbackResponses[0].allowReplies", false);
		assertThat(Loop.openForms(this.bo)).isEmpty();
		Loop.reply(this.ada, (int) response, "Excuse me?", true)
			.refused("addFeedbackResponseReply", "CONVERSATION_CLOSED", "You cannot reply to this feedback.",
					"feedbackResponseId");
		assertThat(this.database.single(String.class, "SELECT audit_log::text FROM audit_log")).doesNotContain("insult",
				"example.com");
	}

	@Test
	void aFormHasNothingToClear() {
		this.desk.make("clearResponse", "responseId: \"%d\"".formatted(this.desk.response("bo", "ada")))
			.refused("clearResponse", "NOT_SUBMITTED",
					"This response has not been submitted: there is nothing to clear.", "responseId");
		this.desk.make("clearResponse", "responseId: \"4711\"")
			.refused("clearResponse", "UNKNOWN_RESPONSE", "There is no such response.", "responseId");
	}

}
