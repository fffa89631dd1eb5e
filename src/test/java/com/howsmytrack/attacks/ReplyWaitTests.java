package com.howsmytrack.attacks;

import java.time.Duration;
import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Two members of a group share what they know, so each of them knows the author of one response on the other's track.
@TestPropertySource(properties = { "howsmytrack.feedback.reply-wait=7d", "howsmytrack.account.session-lifetime=30d" })
class ReplyWaitTests extends HourlyRelease {

	/// Ada knows from Bo which response is his. Cy's reply would tell her that the other
	/// one is Cy's and not Di's.
	@Test
	void aReplyDoesNotNameTheAuthorOfTheOnlyUnknownResponse() {
		int conversation = replyOfCyToAda();
		passUntil("16:10:00");

		assertThat(FeedbackScenario.received(this.ada)).hasSize(2);
		assertThat(texts(this.ada, conversation)).isEmpty();

		FeedbackScenario.submitAllForms(this.di);
		passUntil("17:10:00");

		assertThat(FeedbackScenario.received(this.ada)).hasSize(3);
		assertThat(texts(this.ada, conversation)).containsExactly("Which bass?");
	}

	/// Bo has received all responses. Ada has not: Bo could tell her of the reply.
	@Test
	void aReplyDoesNotNameTheAuthorOfAResponseOnTheTrackOfAThirdMember() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		submit(this.di, this.scenario.response("di", "bo"));
		passUntil("13:10:00");
		int conversation = this.scenario.response("bo", "cy");
		FeedbackScenario.rate(this.cy, conversation, 4).succeeded("rateFeedbackResponse");
		reply(this.cy, conversation, "Which bass?", true);
		passUntil("16:10:00");

		assertThat(FeedbackScenario.received(this.bo)).hasSize(3);
		assertThat(texts(this.bo, conversation)).isEmpty();

		FeedbackScenario.submitAllForms(this.di);
		passUntil("17:10:00");

		assertThat(texts(this.bo, conversation)).containsExactly("Which bass?");
	}

	@Test
	void aReplyWaitsForAMissingResponseForAWeekAtMost() {
		int conversation = replyOfCyToAda();
		this.clock.advance(Duration.ofDays(6).plusMinutes(52));
		this.scenario.releaseFeedback();
		assertThat(texts(this.ada, conversation)).isEmpty();

		this.clock.advance(Duration.ofDays(1));
		this.scenario.releaseFeedback();
		assertThat(texts(this.ada, conversation)).containsExactly("Which bass?");
	}

	/// Everyone except Di has given all feedback.
	private int replyOfCyToAda() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		int conversation = this.scenario.response("ada", "cy");
		FeedbackScenario.rate(this.cy, conversation, 4).succeeded("rateFeedbackResponse");
		reply(this.cy, conversation, "Which bass?", true);
		return conversation;
	}

}
