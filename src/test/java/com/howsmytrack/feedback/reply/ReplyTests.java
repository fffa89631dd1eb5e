package com.howsmytrack.feedback.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada submitted a response on Bo's track. Cy is the third member of the group.
@WholeApplication
class ReplyTests {

	private static final String REPLY = "addFeedbackResponseReply";

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	private int response;

	@BeforeEach
	void submitAResponse() {
		List<Browser> group = this.scenario.group("ada", "bo", "cy");
		this.ada = group.get(0);
		this.bo = group.get(1);
		this.cy = group.get(2);
		group.forEach(FeedbackScenario::submitAllForms);
		this.response = this.database.single(Integer.class, """
				SELECT response.id FROM feedback_response AS response
				JOIN account AS responder ON responder.id = responder_id AND responder.email = 'ada@example.com'
				JOIN account AS owner ON owner.id = owner_id AND owner.email = 'bo@example.com'""");
	}

	private void rated() {
		FeedbackScenario.rate(this.bo, this.response, 4).succeeded("rateFeedbackResponse");
	}

	@Test
	void showsOwnRepliesAsYouAndOthersAsThem() {
		rated();
		this.clock.advance(Duration.ofMinutes(5));
		FeedbackScenario.reply(this.bo, this.response, "How much quieter?", true)
			.succeeded(REPLY)
			.with(REPLY + ".reply.username", "You")
			.with(REPLY + ".reply.text", "How much quieter?")
			.with(REPLY + ".reply.allowReplies", true)
			.with(REPLY + ".reply.timeCreated", "2026-03-01T12:05:00.000Z");
		FeedbackScenario.reply(this.ada, this.response, "  Half.\n", true).succeeded(REPLY);

		FeedbackScenario.conversation(this.ada, this.response)
			.with("replies.allowFurtherReplies", true)
			.with("replies.replies[*].username", List.of("Them", "You"))
			.with("replies.replies[*].text", List.of("How much quieter?", "  Half.\n"));
		FeedbackScenario.conversation(this.bo, this.response)
			.with("replies.replies[*].username", List.of("You", "Them"));
	}

	@Test
	void isEmptyWithoutReplies() {
		FeedbackScenario.conversation(this.ada, this.response)
			.with("replies.replies", List.of())
			.with("replies.allowFurtherReplies", true);
	}

	@Test
	void isHiddenFromOtherMembers() {
		rated();
		FeedbackScenario.reply(this.bo, this.response, "Between us.", true).succeeded(REPLY);

		FeedbackScenario.conversation(this.cy, this.response).with("replies", null);
		FeedbackScenario.conversation(this.cy.withToken(""), this.response).with("replies", null);
		FeedbackScenario.conversation(this.ada, 4711).with("replies", null);
		FeedbackScenario.conversation(this.ada, -1).with("replies", null);
	}

	@Test
	void isHiddenFromTheOwnerOfTheTrackUntilTheRating() {
		FeedbackScenario.reply(this.ada, this.response, "One more thing.", true).succeeded(REPLY);

		FeedbackScenario.conversation(this.bo, this.response).with("replies", null);
		FeedbackScenario.reply(this.bo, this.response, "Tell me.", true)
			.hasUserError(REPLY, "CONVERSATION_CLOSED", "You cannot reply to this feedback.", "feedbackResponseId")
			.with(REPLY + ".reply", null);
		rated();
		FeedbackScenario.conversation(this.bo, this.response)
			.with("replies.replies[*].text", List.of("One more thing."));
		FeedbackScenario.reply(this.bo, this.response, "Thank you.", true).succeeded(REPLY);
	}

	@Test
	void rejectsAnUnknownResponse() {
		FeedbackScenario.reply(this.ada, 4711, "Hello?", true)
			.hasUserError(REPLY, "UNKNOWN_RESPONSE", "Invalid feedback_response_id", "feedbackResponseId");
	}

	@Test
	void rejectsOtherMembers() {
		FeedbackScenario.reply(this.cy, this.response, "If I may.", true)
			.hasUserError(REPLY, "NOT_YOUR_CONVERSATION", "You are not authorised to reply to this feedback.",
					"feedbackResponseId");
	}

	@Test
	void rejectsAForm() {
		this.database.update(
				"UPDATE feedback_response SET feedback = NULL, submitted_at = NULL, released_at = NULL, allow_replies = false "
						+ "WHERE id = ?",
				this.response);

		FeedbackScenario.reply(this.ada, this.response, "Soon.", true)
			.hasUserError(REPLY, "CONVERSATION_CLOSED", "You cannot reply to this feedback.", "feedbackResponseId");
		FeedbackScenario.conversation(this.ada, this.response)
			.with("replies.replies", List.of())
			.with("replies.allowFurtherReplies", false);
	}

	@Test
	void rejectsAResponseThatAllowsNoReplies() {
		rated();
		this.database.update("UPDATE feedback_response SET allow_replies = false WHERE id = ?", this.response);

		for (Browser side : List.of(this.ada, this.bo)) {
			FeedbackScenario.reply(side, this.response, "Please?", true)
				.hasUserError(REPLY, "CONVERSATION_CLOSED", "You cannot reply to this feedback.", "feedbackResponseId");
			FeedbackScenario.conversation(side, this.response).with("replies.allowFurtherReplies", false);
		}
	}

	@Test
	void isClosedForBothByAReplyThatAllowsNoReplies() {
		rated();
		FeedbackScenario.reply(this.bo, this.response, "That is all, thanks.", false).succeeded(REPLY);

		for (Browser side : List.of(this.ada, this.bo)) {
			FeedbackScenario.reply(side, this.response, "But", true)
				.hasUserError(REPLY, "CONVERSATION_CLOSED", "You cannot reply to this feedback.", "feedbackResponseId");
			FeedbackScenario.conversation(side, this.response)
				.with("replies.allowFurtherReplies", false)
				.with("replies.replies[*].allowReplies", List.of(false));
		}
	}

	@Test
	void rejectsABlankOrTooLongText() {
		for (String nothing : List.of("", " \n\t")) {
			FeedbackScenario.reply(this.ada, this.response, nothing, true)
				.hasUserError(REPLY, "TEXT_BLANK", "Your reply must not be empty.", "text");
		}
		FeedbackScenario.reply(this.ada, this.response, "\ud83e\udd41".repeat(10_001), true)
			.hasUserError(REPLY, "TEXT_TOO_LONG", "Your reply can have at most 10,000 characters.", "text");
		FeedbackScenario.reply(this.ada, this.response, "nul \0", true)
			.hasUserError(REPLY, "UNSUPPORTED_CHARACTER",
					"Your reply contains a character that cannot be stored: U+0000 or half of a surrogate pair.",
					"text");
		FeedbackScenario.reply(this.ada, this.response, "a" + "\ud83e\udd41".repeat(9_999), true).succeeded(REPLY);
		FeedbackScenario.reply(this.ada, 4711, "", true)
			.hasUserError(REPLY, "TEXT_BLANK", "Your reply must not be empty.", "text");
	}

	@Test
	void acceptsAStringOfDigitsAsId() {
		this.ada
			.run("query($id: Int!) { replies(feedbackResponseId: $id) { allowFurtherReplies } }",
					Map.of("id", Integer.toString(this.response)))
			.hasNoErrors()
			.with("replies.allowFurtherReplies", true);
	}

	@Test
	void countsAsUnreadUntilTheOtherMemberReadsIt() {
		rated();
		FeedbackScenario.reply(this.bo, this.response, "One.", true).succeeded(REPLY);
		FeedbackScenario.reply(this.bo, this.response, "Two.", true).succeeded(REPLY);

		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(2);
		assertThat(FeedbackScenario.notifications(this.bo)).isZero();
		assertThat(counts(this.ada, "feedbackResponses")).containsExactly(2, 2);
		assertThat(counts(this.bo, "userFeedbackResponses")).containsExactly(2, 0);

		List<Integer> ids = FeedbackScenario.conversation(this.ada, this.response).at("replies.replies[*].id");
		FeedbackScenario.markAsRead(this.ada, ids.subList(0, 1)).succeeded("markRepliesAsRead");

		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);
		assertThat(counts(this.ada, "feedbackResponses")).containsExactly(2, 1);
	}

	/// The numbers of replies and unread replies of the response.
	private List<Integer> counts(Browser side, String list) {
		Answer groups = FeedbackScenario.groups(side);
		String path = "feedbackGroups[0].%s[?(@.id == %d)].".formatted(list, this.response);
		List<Integer> counts = new ArrayList<>(groups.<List<Integer>>at(path + "replies"));
		counts.addAll(groups.<List<Integer>>at(path + "unreadReplies"));
		return counts;
	}

	@Test
	void countsUnreadRepliesThatTheOwnerMayNotReadYet() {
		FeedbackScenario.reply(this.ada, this.response, "One more thing.", true).succeeded(REPLY);

		assertThat(FeedbackScenario.notifications(this.bo)).isEqualTo(1);
		assertThat(counts(this.bo, "userFeedbackResponses")).containsExactly(1, 1);
	}

	@Test
	void ignoresIdsOfOtherRepliesWhenMarkingAsRead() {
		rated();
		FeedbackScenario.reply(this.bo, this.response, "To Ada.", true).succeeded(REPLY);
		int reply = this.database.single(Integer.class, "SELECT id FROM feedback_reply");

		FeedbackScenario.markAsRead(this.cy, List.of(reply)).succeeded("markRepliesAsRead");
		FeedbackScenario.markAsRead(this.bo, List.of(reply)).succeeded("markRepliesAsRead");
		FeedbackScenario.markAsRead(this.ada, List.of(4711, -1)).succeeded("markRepliesAsRead");
		FeedbackScenario.markAsRead(this.ada, List.of()).succeeded("markRepliesAsRead");
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);

		FeedbackScenario.markAsRead(this.ada, Arrays.asList(null, reply)).succeeded("markRepliesAsRead");
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
		this.clock.advance(Duration.ofHours(1));
		FeedbackScenario.markAsRead(this.ada, List.of(reply)).succeeded("markRepliesAsRead");
		assertThat(this.database.count("feedback_reply WHERE read_at = '2026-03-01T12:00:00Z'")).isEqualTo(1);
	}

	@Test
	void requiresSigningIn() {
		Browser visitor = this.ada.withToken("");

		FeedbackScenario.reply(visitor, this.response, "", true)
			.hasUserError(REPLY, "NOT_LOGGED_IN", "Not logged in.", null);
		FeedbackScenario.markAsRead(visitor, List.of(1))
			.hasUserError("markRepliesAsRead", "NOT_LOGGED_IN", "Not logged in.", null);
	}

	@RepeatedTest(5)
	void isClosedOnceByTwoConcurrentReplies() {
		rated();
		List<Callable<Answer>> contenders = List.of(
				() -> FeedbackScenario.reply(this.ada, this.response, "Ada is done.", false),
				() -> FeedbackScenario.reply(this.bo, this.response, "Bo is done.", false),
				() -> FeedbackScenario.reply(this.ada, this.response, "Ada goes on.", true),
				() -> FeedbackScenario.reply(this.bo, this.response, "Bo goes on.", true));

		List<Answer> answers = Races.onTable("feedback_reply", contenders);

		answers.forEach(Answer::hasNoErrors);
		assertThat(this.database.count("feedback_reply WHERE NOT allow_replies")).isEqualTo(1);
		assertThat(this.database.single(Boolean.class,
				"SELECT allow_replies FROM feedback_reply ORDER BY created_at DESC LIMIT 1"))
			.as("the closing reply is the last one")
			.isFalse();
	}

}
