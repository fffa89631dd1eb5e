package com.howsmytrack.attacks;

import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A member submits texts that show nothing, in order to read the feedback of others without giving any.
@WholeApplication
class InvisibleTextTests {

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private Browser mallory;

	private Browser ada;

	private int form;

	@BeforeEach
	void malloryAndAdaAreAGroup() {
		List<Browser> members = this.scenario.group("mallory", "ada");
		this.mallory = members.get(0);
		this.ada = members.get(1);
		this.form = FeedbackScenario.openForms(this.mallory).getFirst();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud834\udd59", "\ud834\udd59 \ud834\udd59", "\u2800", "\u2060", "\ud834\udd73",
			"\ud80d\udc41\ud80d\udc42", "\u17b4", "\u3164" })
	void areNoFeedback(String invisible) {
		FeedbackScenario.submit(this.mallory, this.form, invisible)
			.hasUserError("submitFeedbackResponse", "TEXT_BLANK", "Your feedback must not be empty.", "feedback");

		assertNothingSubmitted();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { ".", "\u00b7", "\u2801", "\ud83d\udc4d", "\ud834\udd00", "\ue000", "- -", "\u0301.\u0301" })
	void areNoFeedbackIfTheyHaveSymbolsOnly(String symbols) {
		FeedbackScenario.submit(this.mallory, this.form, symbols)
			.hasUserError("submitFeedbackResponse", "TEXT_WITHOUT_LETTERS",
					"Your feedback must have at least one letter or digit.", "feedback");

		assertNothingSubmitted();
	}

	private void assertNothingSubmitted() {
		assertThat(this.database.count("feedback_response WHERE submitted_at IS NOT NULL")).isZero();
	}

	@Test
	void areNoReplies() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.mallory);
		int own = this.form;

		FeedbackScenario.reply(this.mallory, own, "\ud834\udd59", true)
			.hasUserError("addFeedbackResponseReply", "TEXT_BLANK", "Your reply must not be empty.", "text");
		FeedbackScenario.reply(this.mallory, own, "\ud83d\udc4d", true)
			.hasUserError("addFeedbackResponseReply", "TEXT_WITHOUT_LETTERS",
					"Your reply must have at least one letter or digit.", "text");

		assertThat(this.database.count("feedback_reply")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0e01", "\u4e2d", "5", "\ud83d\udc4d ok" })
	void doNotPreventShortFeedbackInAnyScript(String text) {
		FeedbackScenario.submit(this.mallory, this.form, text).succeeded("submitFeedbackResponse");
	}

}
