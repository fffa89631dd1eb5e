package com.howsmytrack.attacks;

import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Bo knows ids of responses on his track, for example by guessing, and owes forms in the group. Ada has submitted hers, Cy
/// has not. The answers must not tell Bo which ids exist, which of them are submitted, or what is written below them.
@WholeApplication
class GiveFirstTests {

	private static final int UNKNOWN = 2_000_000_000;

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	private int submitted;

	private int form;

	@BeforeEach
	void adaHasSubmittedAndCyHasNot() {
		List<Browser> group = this.scenario.group("ada", "bo", "cy");
		this.ada = group.get(0);
		this.bo = group.get(1);
		this.cy = group.get(2);
		FeedbackScenario.submitAllForms(this.ada);
		this.submitted = this.scenario.response("ada", "bo");
		this.form = this.scenario.response("cy", "bo");
	}

	private void assertSameAnswersForAllIds() {
		for (int rating : new int[] { 1, 5, 9 }) {
			String unknown = FeedbackScenario.rate(this.bo, UNKNOWN, rating).response().body();
			assertThat(unknown).contains("Invalid feedback_response_id");
			assertThat(FeedbackScenario.rate(this.bo, this.submitted, rating).response().body()).isEqualTo(unknown);
			assertThat(FeedbackScenario.rate(this.bo, this.form, rating).response().body()).isEqualTo(unknown);
		}
		String unknown = FeedbackScenario.reply(this.bo, UNKNOWN, "Who are you?", true).response().body();
		assertThat(unknown).contains("Invalid feedback_response_id");
		assertThat(FeedbackScenario.reply(this.bo, this.submitted, "Who are you?", true).response().body())
			.isEqualTo(unknown);
		assertThat(FeedbackScenario.reply(this.bo, this.form, "Who are you?", true).response().body())
			.isEqualTo(unknown);
		for (int id : List.of(UNKNOWN, this.submitted, this.form)) {
			FeedbackScenario.conversation(this.bo, id).with("replies", null);
		}
	}

	@Test
	void theAnswersForFormsResponsesAndUnknownIdsAreTheSame() {
		assertSameAnswersForAllIds();

		assertThat(this.database.count("feedback_response WHERE rating IS NOT NULL")).isZero();
		assertThat(this.database.count("feedback_reply")).isZero();
	}

	/// One of two own forms is submitted.
	@Test
	void allFormsAreNeeded() {
		FeedbackScenario.submit(this.bo, FeedbackScenario.openForms(this.bo).getFirst(), "Nice snare.")
			.succeeded("submitFeedbackResponse");

		assertSameAnswersForAllIds();
	}

	/// The response of the member who left stays.
	@Test
	void theAnswersAreTheSameAfterAResponderHasLeft() {
		leave(this.ada);

		assertSameAnswersForAllIds();
	}

	/// The form of the member who left is deleted.
	@Test
	void theAnswersAreTheSameAfterAMemberWithAFormHasLeft() {
		leave(this.cy);

		assertSameAnswersForAllIds();
	}

	private static void leave(Browser member) {
		AccountScenario.deleteAccount(member, Api.PASSWORD).succeeded("deleteAccount");
	}

	/// Bo rated and replied, then an operator added Di to the group.
	@Test
	void aNewFormHidesARatedResponseAndItsConversation() {
		FeedbackScenario.submitAllForms(this.bo);
		FeedbackScenario.rate(this.bo, this.submitted, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(this.bo, this.submitted, "Louder?", true).succeeded("addFeedbackResponseReply");
		addDi();

		assertSameAnswersForAllIds();

		FeedbackScenario.submitAllForms(this.bo);
		FeedbackScenario.rate(this.bo, this.submitted, 5)
			.with("rateFeedbackResponse.error", "Feedback has already been rated");
		FeedbackScenario.conversation(this.bo, this.submitted).with("replies.replies[*].text", List.of("Louder?"));
	}

	private void addDi() {
		this.api.member("di");
		this.database
			.update("""
					INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, feedback_group_id,
						created_at)
					SELECT id, 'https://soundcloud.com/di/track', 'SOUNDCLOUD', 'JAZZ', false,
						(SELECT max(feedback_group_id) FROM feedback_request), now()
					FROM account WHERE email = 'di@example.com'""");
		this.database.update("""
				INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
				SELECT track.id, track.account_id, (SELECT id FROM account WHERE email = 'bo@example.com')
				FROM feedback_request AS track WHERE track.media_url = 'https://soundcloud.com/di/track'""");
	}

	/// Open forms in another group have no effect.
	@Test
	void anOwnerWithoutOpenFormsGetsTheMessagesOfTheContract() {
		FeedbackScenario.submitAllForms(this.bo);
		FeedbackScenario.create(this.bo, Map.of("mediaUrl", FeedbackScenario.track("bo"), "genre", "JAZZ"))
			.succeeded("createFeedbackRequest");
		this.scenario.group("ed", "fi");
		assertThat(FeedbackScenario.openForms(this.bo)).isNotEmpty();

		FeedbackScenario.rate(this.bo, this.form, 4)
			.hasUserError("rateFeedbackResponse", "NOT_SUBMITTED",
					"This feedback has not been submitted and cannot be rated.", "feedbackResponseId");
		FeedbackScenario.reply(this.bo, this.form, "Hello?", true)
			.hasUserError("addFeedbackResponseReply", "CONVERSATION_CLOSED", "You cannot reply to this feedback.",
					"feedbackResponseId");
		FeedbackScenario.rate(this.bo, UNKNOWN, 4).with("rateFeedbackResponse.error", "Invalid feedback_response_id");
		FeedbackScenario.rate(this.bo, this.submitted, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(this.bo, this.submitted, "Louder?", true).succeeded("addFeedbackResponseReply");
	}

	/// The responder reads and writes below the own response also with other open forms.
	@Test
	void aResponderWithOpenFormsTakesPartInTheConversation() {
		FeedbackScenario.submit(this.cy, this.form, "The bass is late.").succeeded("submitFeedbackResponse");
		assertThat(FeedbackScenario.openForms(this.cy)).hasSize(1);

		FeedbackScenario.reply(this.cy, this.form, "One more thing.", true).succeeded("addFeedbackResponseReply");
		FeedbackScenario.conversation(this.cy, this.form).with("replies.replies[*].text", List.of("One more thing."));
	}

	/// Bo's script sends 100 unknown ids. After that, the form of Cy looks like an
	/// unknown
	/// id, too.
	@Test
	void idsCannotBeTriedOut() {
		FeedbackScenario.submitAllForms(this.bo);
		for (int id = UNKNOWN; id < UNKNOWN + 100; id++) {
			FeedbackScenario.rate(this.bo, id, 9).with("rateFeedbackResponse.error", "Invalid feedback_response_id");
		}

		FeedbackScenario.rate(this.bo, this.form, 9).with("rateFeedbackResponse.error", "Invalid feedback_response_id");
		FeedbackScenario.reply(this.bo, this.form, "Hello?", true)
			.with("addFeedbackResponseReply.error", "Invalid feedback_response_id");
		FeedbackScenario.rate(this.bo, this.submitted, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(this.bo, this.submitted, "Louder?", true).succeeded("addFeedbackResponseReply");
	}

}
