package com.howsmytrack.attacks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Browser;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Members who conclude from a conversation when the other side wrote something.
class UnreleasedReplyTests extends HourlyRelease {

	/// Each side closes the conversation before it sees the closing reply of the other.
	@Test
	void bothSidesCanCloseAConversation() {
		int conversation = rated();
		reply(this.ada, conversation, "That is all.", false);
		FeedbackScenario.conversation(this.bo, conversation).with("replies.allowFurtherReplies", true);
		passUntil("13:20:00");
		reply(this.bo, conversation, "Thanks.", true);
		passUntil("13:21:00");
		reply(this.bo, conversation, "Bye.", false);
		passUntil("14:10:00");

		assertThat(texts(this.ada, conversation)).containsExactly("That is all.", "Thanks.", "Bye.");
		assertThat(texts(this.bo, conversation)).containsExactly("Thanks.", "Bye.", "That is all.");
		for (Browser side : List.of(this.ada, this.bo)) {
			FeedbackScenario.conversation(side, conversation).with("replies.allowFurtherReplies", false);
			FeedbackScenario.reply(side, conversation, "But", true)
				.hasUserError(REPLY, "CONVERSATION_CLOSED", "You cannot reply to this feedback.", "feedbackResponseId");
		}
	}

	/// Of Ada on Bo's track, at 13:10. All four have given all feedback.
	private int rated() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		int conversation = this.scenario.response("ada", "bo");
		FeedbackScenario.rate(this.bo, conversation, 4).succeeded("rateFeedbackResponse");
		return conversation;
	}

	@Test
	void aReplyByTheOtherSideIsOrderedByTheTimeOfItsRelease() {
		int conversation = rated();
		reply(this.ada, conversation, "First.", true);
		passUntil("13:12:00");
		reply(this.bo, conversation, "Second.", true);
		passUntil("14:10:00");

		assertThat(texts(this.ada, conversation)).containsExactly("First.", "Second.");
		assertThat(texts(this.bo, conversation)).containsExactly("Second.", "First.");
		assertThat(times(FeedbackScenario.conversation(this.bo, conversation))).extracting(Instant::parse)
			.containsExactly(Instant.parse("2026-03-01T13:12:00Z"), Instant.parse("2026-03-01T14:00:00Z"));
	}

	@Test
	void unreadCountsFollowTheRelease() {
		int conversation = rated();
		int reply = reply(this.bo, conversation, "Which bass?", true);

		assertThat(counts(this.bo, conversation)).containsExactly(0, 1);
		assertThat(counts(this.ada, conversation)).containsExactly(0, 0);
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
		FeedbackScenario.markAsRead(this.ada, List.of(reply)).succeeded("markRepliesAsRead");
		passUntil("14:10:00");

		assertThat(counts(this.ada, conversation)).containsExactly(1, 1);
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);
	}

	/// A member who guesses the id of a reply must not learn whether it exists.
	@Test
	void markingAReplyAsReadDoesNotRevealItBeforeTheRelease() {
		int reply = reply(this.bo, rated(), "Which bass?", true);

		assertThat(responsesOf(reply)).isEqualTo(responsesOf(4711)).isEqualTo(List.of());
		passUntil("14:10:00");

		assertThat(responsesOf(reply)).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
	}

	private Object responsesOf(int reply) {
		return this.ada
			.run("mutation($id: Int!) { markRepliesAsRead(replyIds: [$id]) { feedbackResponses { unreadReplies } } }",
					Map.of("id", reply))
			.hasNoErrors()
			.<Object>at("markRepliesAsRead.feedbackResponses");
	}

}
