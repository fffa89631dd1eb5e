package com.howsmytrack.feedback.response;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class ResponseTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private Browser ada;

	private Browser bo;

	private int form;

	@BeforeEach
	void adaAndBoAreAGroup() {
		List<Browser> members = this.scenario.group("ada", "bo");
		this.ada = members.get(0);
		this.bo = members.get(1);
		this.form = FeedbackScenario.openForms(this.ada).getFirst();
	}

	@Test
	void areStoredUnchanged() {
		String feedback = "\n  Loud. \"Too\" loud?\t<b>Yes</b> — 🥁'; DROP TABLE feedback_response; --\u202e  \n";

		FeedbackScenario.submit(this.ada, this.form, feedback).succeeded("submitFeedbackResponse");
		FeedbackScenario.submitAllForms(this.bo);

		FeedbackScenario.groups(this.bo).with("feedbackGroups[0].userFeedbackResponses[0].feedback", feedback);
		FeedbackScenario.groups(this.ada)
			.with("feedbackGroups[0].feedbackResponses[0].feedback", feedback)
			.with("feedbackGroups[0].feedbackResponses[0].submitted", true)
			.with("feedbackGroups[0].feedbackResponses[0].allowReplies", true);
	}

	@Test
	void acceptNoRepliesIfTheResponderAllowsNone() {
		this.ada
			.run("mutation($id: Int!) { submitFeedbackResponse(feedbackResponseId: $id, feedback: \"No.\", "
					+ "allowReplies: false) { success } }", Map.of("id", this.form))
			.with("submitFeedbackResponse.success", true);

		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].feedbackResponses[0].allowReplies", false);
	}

	@Test
	void areSubmittedOnlyByTheResponder() {
		Browser eve = this.api.member("eve");
		int[] notHers = { this.form, 4711, 0, -1 };

		for (int id : notHers) {
			FeedbackScenario.submit(eve, id, "Hello.")
				.hasUserError("submitFeedbackResponse", "UNKNOWN_RESPONSE", "Invalid feedback_response_id",
						"feedbackResponseId");
		}
		FeedbackScenario.submit(this.bo, this.form, "About my own track.")
			.hasUserError("submitFeedbackResponse", "UNKNOWN_RESPONSE", "Invalid feedback_response_id",
					"feedbackResponseId");
	}

	@Test
	void areSubmittedOnce() {
		FeedbackScenario.submit(this.ada, this.form, "First.").succeeded("submitFeedbackResponse");

		FeedbackScenario.submit(this.ada, this.form, "Second.")
			.hasUserError("submitFeedbackResponse", "ALREADY_SUBMITTED", "Feedback has already been submitted",
					"feedbackResponseId");

		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].feedbackResponses[0].feedback", "First.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t ", "\u2003", "\u00a0", "\u2007\u202f", "\u200b", "\u2060\ufeff", "\u2800",
			"\u3164\u115f\u1160\uffa0", "\u0301", "\ufe0f", "\u0007", "\u202e" })
	void areRejectedIfBlank(String feedback) {
		FeedbackScenario.submit(this.ada, this.form, feedback)
			.hasUserError("submitFeedbackResponse", "TEXT_BLANK", "Your feedback must not be empty.", "feedback");
	}

	@ParameterizedTest
	@ValueSource(strings = { "é", "ㅎ", "\u200bok", "5" })
	void canBeShort(String feedback) {
		FeedbackScenario.submit(this.ada, this.form, feedback).succeeded("submitFeedbackResponse");
	}

	@Test
	void canHave20000CodePoints() {
		String longest = "a" + String.join("", Collections.nCopies(19_999, "🎹"));

		FeedbackScenario.submit(this.ada, this.form, longest + ".")
			.hasUserError("submitFeedbackResponse", "TEXT_TOO_LONG",
					"Your feedback can have at most 20,000 characters.", "feedback");
		FeedbackScenario.submit(this.ada, this.form, longest).succeeded("submitFeedbackResponse");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null\u0000byte", "half a \ud83e pair" })
	void areRejectedIfTheyCannotBeStored(String feedback) {
		FeedbackScenario.submit(this.ada, this.form, feedback)
			.hasUserError("submitFeedbackResponse", "UNSUPPORTED_CHARACTER",
					"Your feedback contains a character that cannot be stored: U+0000 or half of a surrogate pair.",
					"feedback");
	}

	@Test
	void areRatedOnceByTheOwnerOfTheTrack() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);

		FeedbackScenario.rate(this.bo, this.form, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.rate(this.bo, this.form, 5)
			.hasUserError("rateFeedbackResponse", "ALREADY_RATED", "Feedback has already been rated",
					"feedbackResponseId");

		assertThat(this.database.single(Integer.class, "SELECT rating FROM feedback_response WHERE id = ?", this.form))
			.isEqualTo(4);
	}

	@Test
	void areNotRatedByOtherMembers() {
		FeedbackScenario.submitAllForms(this.ada);
		Browser eve = this.api.member("eve");

		for (Browser other : List.of(this.ada, eve)) {
			FeedbackScenario.rate(other, this.form, 5)
				.hasUserError("rateFeedbackResponse", "UNKNOWN_RESPONSE", "Invalid feedback_response_id",
						"feedbackResponseId");
		}
		FeedbackScenario.rate(this.bo, -1, 9)
			.hasUserError("rateFeedbackResponse", "UNKNOWN_RESPONSE", "Invalid feedback_response_id",
					"feedbackResponseId");
	}

	@Test
	void areRatedOnlyIfSubmitted() {
		FeedbackScenario.submitAllForms(this.bo);

		FeedbackScenario.rate(this.bo, this.form, 9)
			.hasUserError("rateFeedbackResponse", "NOT_SUBMITTED",
					"This feedback has not been submitted and cannot be rated.", "feedbackResponseId");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 6, -1, Integer.MAX_VALUE, 65537 })
	void areRatedFromOneToFive(int rating) {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);

		FeedbackScenario.rate(this.bo, this.form, rating)
			.hasUserError("rateFeedbackResponse", "INVALID_RATING", "Invalid rating", "rating");
	}

}
