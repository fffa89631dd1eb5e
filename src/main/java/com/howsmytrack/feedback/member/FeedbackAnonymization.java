package com.howsmytrack.feedback.member;

import com.howsmytrack.account.AccountDeleted;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes a member who leaves out of the feedback of others, and leaves the others theirs: what the member wrote
/// stays, as nobody's; what waits for them or for their track stops waiting.
///
/// Conversations about the track end, which its missing address tells anyway. Those below what the member wrote stay as
/// they are, though nobody will read on: that they end just when a member leaves would tell who wrote it.
///
/// The pending request comes first: while a night holds it, the member cannot leave, and nothing else of theirs
/// is locked that the night could be waiting for.
@Component
class FeedbackAnonymization {

	/// By the member and about their tracks: a union, because an `OR` would read all
	/// there are.
	private static final String RESPONSES = """
			SELECT id FROM feedback_response WHERE responder_id = :member
			UNION
			SELECT response.id FROM feedback_request AS request
			JOIN feedback_response AS response ON response.feedback_request_id = request.id
			WHERE request.account_id = :member""";

	private final JdbcClient jdbc;

	FeedbackAnonymization(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void takeOut(AccountDeleted left) {
		long member = left.account().value();
		forMember(member, "DELETE FROM feedback_request WHERE account_id = :member AND feedback_group_id IS NULL");
		holdResponses(member);
		forMember(member, """
				DELETE FROM feedback_response WHERE submitted_at IS NULL AND id IN (%s)""".formatted(RESPONSES));
		forMember(member, """
				UPDATE feedback_response SET allow_replies = false
				WHERE allow_replies AND feedback_request_id IN
					(SELECT id FROM feedback_request WHERE account_id = :member)""");
		// Of the track, that there was one: it still counts as a member of its group.
		forMember(member, """
				UPDATE feedback_request
				SET account_id = NULL, media_url = NULL, feedback_prompt = NULL, email_when_grouped = false
				WHERE account_id = :member""");
	}

	/// In one order, so that two members of a group who leave at once do not wait for
	/// each other.
	private void holdResponses(long member) {
		this.jdbc.sql("""
				SELECT id FROM feedback_response WHERE id IN (%s) ORDER BY id FOR UPDATE""".formatted(RESPONSES))
			.param("member", member)
			.query(Long.class)
			.list();
	}

	private void forMember(long member, String statement) {
		this.jdbc.sql(statement).param("member", member).update();
	}

}
