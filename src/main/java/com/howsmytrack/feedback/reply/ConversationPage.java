package com.howsmytrack.feedback.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.OpenForms;
import com.howsmytrack.feedback.release.VisibleReplies;
import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads a conversation in one statement.
@Component
class ConversationPage {

	private static final String PAGE = """
			SELECT response.allow_replies AS response_allows, reply.id, reply.text, reply.allow_replies, reply.mine,
				reply.time
			FROM feedback_response AS response
			LEFT JOIN LATERAL %s AS reply ON true
			WHERE response.id = :response AND (response.responder_id = :member
				OR (response.owner_id = :member AND response.rating IS NOT NULL AND %s))
			ORDER BY %s""".formatted(
			VisibleReplies.of("response.id", "from_owner = (response.owner_id IS NOT DISTINCT FROM :member)"),
			OpenForms.none("response.feedback_request_id", ":member"), VisibleReplies.ORDER);

	private final JdbcClient jdbc;

	ConversationPage(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Empty if the response does not exist, if the member is not part of the
	/// conversation, and if the member owns the track and has not rated the response or
	/// has open forms in the group.
	Optional<ConversationView> of(AccountId member, long responseId) {
		List<Row> rows = this.jdbc.sql(PAGE)
			.param("member", member.value())
			.param("response", responseId)
			.query(ConversationPage::row)
			.list();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		List<ReplyView> replies = rows.stream().flatMap((row) -> Optional.ofNullable(row.reply()).stream()).toList();
		boolean open = rows.getFirst().responseAllows() && replies.stream().allMatch(ReplyView::allowReplies);
		return Optional.of(new ConversationView(replies, open));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		boolean responseAllows = row.getBoolean("response_allows");
		Integer id = row.getObject("id", Integer.class);
		if (id == null) {
			return new Row(responseAllows, null);
		}
		return new Row(responseAllows, ReplyView.of(id, row.getBoolean("mine"), row.getString("text"),
				row.getBoolean("allow_replies"), Timestamps.utc(row, "time")));
	}

	/// @param reply null if the response has no replies
	private record Row(boolean responseAllows, @Nullable ReplyView reply) {
	}

}
