package com.howsmytrack.attacks;

import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A member tries the ids of other members' data.
class OtherMembersDataTests {

	private static int pendingRequest;

	private static int group;

	private static int response;

	/// Two other members have a group, and one of them a pending request; the first has
	/// submitted a response.
	@BeforeAll
	static void twoOtherMembersHaveAGroup() {
		Caller ada = Caller.member();
		Caller.member();
		ada.run("mutation { createFeedbackRequest(genre: \"POP\") { success } }", Map.of());
		pendingRequest = number("SELECT max(id) FROM feedback_request");
		group = number("INSERT INTO feedback_group (name, created_at) VALUES ('theirs', now()) RETURNING id");
		int first = number("SELECT max(id) - 1 FROM account");
		int second = number("SELECT max(id) FROM account");
		for (int member : new int[] { first, second }) {
			Production.database()
				.update("""
						INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped,
						feedback_group_id, created_at)
						VALUES (?, 'https://soundcloud.com/a/' || ?, 'SOUNDCLOUD', 'POP', false, ?, now())""", member,
						member, group);
		}
		response = number(
				"""
						INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id, feedback, allow_replies, submitted_at)
						SELECT id, account_id, %d, 'Lovely.', true, now() FROM feedback_request
						WHERE account_id = %d AND feedback_group_id IS NOT NULL RETURNING id"""
					.formatted(first, second));
	}

	private static int number(String sql) {
		Integer number = Production.database().queryForObject(sql, Integer.class);
		return (number != null) ? number : 0;
	}

	private static void assertSameAnswerAsForAnUnknownId(String document, int id) {
		Caller other = Caller.member();
		String existing = other.run(document, Map.of("id", id));
		String unknown = other.run(document, Map.of("id", 2_000_000_000));

		assertThat(existing).isEqualTo(unknown).doesNotContain("Lovely", "theirs");
	}

	@Test
	void groupsAreNotVisible() {
		assertSameAnswerAsForAnUnknownId("query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { name } }", group);
	}

	@Test
	void conversationsAreNotVisible() {
		assertSameAnswerAsForAnUnknownId("query($id: Int!) { replies(feedbackResponseId: $id) { replies { text } } }",
				response);
	}

	@ParameterizedTest
	@ValueSource(strings = { "editFeedbackRequest(feedbackRequestId: $id, genre: \"JAZZ\") { success error }",
			"deleteFeedbackRequest(feedbackRequestId: $id) { success error }" })
	void requestsCannotBeChanged(String mutation) {
		assertSameAnswerAsForAnUnknownId("mutation($id: Int!) { %s }".formatted(mutation), pendingRequest);

		assertThat(number("SELECT count(*) FROM feedback_request WHERE genre = 'POP' AND id = " + pendingRequest))
			.isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"submitFeedbackResponse(feedbackResponseId: $id, feedback: \"x\", allowReplies: true) { success error }",
			"rateFeedbackResponse(feedbackResponseId: $id, rating: 1) { success error }",
			"markRepliesAsRead(replyIds: [$id]) { success error }" })
	void responsesCannotBeChanged(String mutation) {
		assertSameAnswerAsForAnUnknownId("mutation($id: Int!) { %s }".formatted(mutation), response);

		assertThat(
				number("SELECT count(*) FROM feedback_response WHERE rating IS NULL AND feedback = 'Lovely.' AND id = "
						+ response))
			.isOne();
	}

	/// The contract has two messages here.
	@Test
	void repliesCannotBeAdded() {
		String body = Caller.member()
			.run("mutation($id: Int!) { addFeedbackResponseReply(feedbackResponseId: $id, text: \"x\", allowReplies: true) { error } }",
					Map.of("id", response));

		assertThat(body).contains("You are not authorised to reply to this feedback.");
		assertThat(number("SELECT count(*) FROM feedback_reply WHERE feedback_response_id = " + response)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ jobRuns { edges { node { startedAt } } } }",
			"{ outgoingMails(state: SENT) { edges { node { recipient } } } }",
			"mutation { runJob(job: ASSIGN_GROUPS, reason: \"Mine.\") { success error } }",
			"mutation { retryMail(mailId: \"1\") { success error } }",
			"mutation { disableAccount(email: \"member1@example.com\", reason: \"x\") { success error } }" })
	void adminOperationsAreForbidden(String document) {
		assertThat(Caller.member().run(document, Map.of())).doesNotContain("\"success\":true", "recipient\":")
			.containsAnyOf("NOT_PERMITTED", "You are not permitted", "permi");
	}

}
