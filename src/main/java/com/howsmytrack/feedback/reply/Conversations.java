package com.howsmytrack.feedback.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.persistence.ViolatedConstraint;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The conversation below a response, between who wrote it and who owns the track. The owner takes part once they
/// have rated the response, so that the talk does not buy the rating.
@Component
class Conversations {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	Conversations(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/// Empty for a conversation of others, one that is hidden from its owner still, and
	/// none at all alike.
	Optional<ConversationView> read(AccountId member, long responseId) {
		List<Row> rows = this.jdbc.sql("""
				SELECT response.allow_replies AS response_allows, reply.id, reply.text, reply.allow_replies,
					reply.created_at, reply.from_owner = (response.owner_id IS NOT DISTINCT FROM :member) AS mine
				FROM feedback_response AS response
				LEFT JOIN feedback_reply AS reply ON reply.feedback_response_id = response.id
				WHERE response.id = :response AND (response.responder_id = :member
					OR (response.owner_id = :member AND response.rating IS NOT NULL))
				ORDER BY reply.id""")
			.param("member", member.value())
			.param("response", responseId)
			.query(Conversations::row)
			.list();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		List<ReplyView> replies = rows.stream().flatMap((row) -> Optional.ofNullable(row.reply()).stream()).toList();
		boolean open = rows.getFirst().responseAllows() && replies.stream().allMatch(ReplyView::allowReplies);
		return Optional.of(new ConversationView(replies, open));
	}

	/// Of two replies that cross, the second sees whether the first closed the
	/// conversation. The unique index has the last word.
	ReplyOutcome add(AccountId member, long responseId, String text, boolean allowReplies) {
		return TextLimit.REPLY.checkNotBlank(text).<ReplyOutcome>map(ReplyOutcome.Failed::new).orElseGet(() -> {
			try {
				return this.transactions.execute((_) -> addToHeld(member, responseId, text, allowReplies));
			}
			catch (DataIntegrityViolationException refused) {
				if (ViolatedConstraint.in(refused).filter("feedback_reply_closes_once"::equals).isPresent()) {
					return new ReplyOutcome.Failed(ReplyErrors.CONVERSATION_CLOSED);
				}
				throw refused;
			}
		});
	}

	private ReplyOutcome addToHeld(AccountId member, long responseId, String text, boolean allowReplies) {
		Optional<Held> found = hold(responseId);
		if (found.isEmpty()) {
			return new ReplyOutcome.Failed(ReplyErrors.UNKNOWN_RESPONSE);
		}
		Held held = found.get();
		if (!held.isOf(member)) {
			return new ReplyOutcome.Failed(ReplyErrors.NOT_YOUR_CONVERSATION);
		}
		if (!held.isOpenFor(member)) {
			return new ReplyOutcome.Failed(ReplyErrors.CONVERSATION_CLOSED);
		}
		Instant now = this.clock.instant();
		return insert(held, member, text, allowReplies, now)
			.<ReplyOutcome>map((id) -> new ReplyOutcome.Added(
					ReplyView.of(id, true, text, allowReplies, now.atOffset(ZoneOffset.UTC))))
			.orElseGet(() -> new ReplyOutcome.Failed(ReplyErrors.CONVERSATION_CLOSED));
	}

	/// Until the end of the transaction nobody else adds to it, rates it or submits it.
	private Optional<Held> hold(long responseId) {
		return this.jdbc.sql("""
				SELECT response.id, response.owner_id, response.responder_id, response.allow_replies,
					response.rating IS NOT NULL AS rated, EXISTS (
						SELECT FROM feedback_request AS track
						JOIN feedback_request AS theirs ON theirs.feedback_group_id = track.feedback_group_id
							AND theirs.account_id = response.responder_id
						WHERE track.id = response.feedback_request_id) AS responder_there
				FROM feedback_response AS response WHERE response.id = :response FOR NO KEY UPDATE OF response""")
			.param("response", responseId)
			.query((row, _) -> new Held(row.getLong("id"), row.getObject("owner_id", Long.class),
					row.getObject("responder_id", Long.class), row.getBoolean("allow_replies"), row.getBoolean("rated"),
					row.getBoolean("responder_there")))
			.optional();
	}

	/// A statement after the one that held the thread, so it sees what was added while
	/// that one waited.
	private Optional<Long> insert(Held held, AccountId author, String text, boolean allowReplies, Instant now) {
		return this.jdbc
			.sql("""
					INSERT INTO feedback_reply (feedback_response_id, from_owner, reader_id, text, allow_replies, created_at)
					SELECT :response, :fromOwner, :reader, :text, :allowReplies, :now
					WHERE NOT EXISTS (
						SELECT FROM feedback_reply WHERE feedback_response_id = :response AND NOT allow_replies)
					RETURNING id""")
			.param("response", held.responseId())
			.param("fromOwner", held.isOwner(author))
			.param("reader", held.otherThan(author))
			.param("text", text)
			.param("allowReplies", allowReplies)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.optional();
	}

	/// Ids that are not unread replies to the member are ignored.
	void markAsRead(AccountId reader, Collection<Integer> replyIds) {
		this.transactions.executeWithoutResult((_) -> this.jdbc.sql("""
				UPDATE feedback_reply SET read_at = :now
				WHERE id = ANY (:ids) AND reader_id = :reader AND read_at IS NULL""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("ids", replyIds.stream().map(Integer::longValue).toArray(Long[]::new))
			.param("reader", reader.value())
			.update());
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		boolean responseAllows = row.getBoolean("response_allows");
		Long id = row.getObject("id", Long.class);
		if (id == null) {
			return new Row(responseAllows, null);
		}
		OffsetDateTime created = row.getObject("created_at", OffsetDateTime.class);
		return new Row(responseAllows, ReplyView.of(id, row.getBoolean("mine"), row.getString("text"),
				row.getBoolean("allow_replies"), created.withOffsetSameInstant(ZoneOffset.UTC)));
	}

	/// @param reply null where nobody has replied yet
	private record Row(boolean responseAllows, @Nullable ReplyView reply) {
	}

	/// A response as a conversation; a side that left is null.
	///
	/// @param responderThere false once an operator moved or removed the request by which
	/// the responder was in the group
	private record Held(long responseId, @Nullable Long owner, @Nullable Long responder, boolean repliesAllowed,
			boolean rated, boolean responderThere) {

		boolean isOf(AccountId member) {
			return isOwner(member) || (this.responder != null && this.responder == member.value());
		}

		boolean isOwner(AccountId member) {
			return this.owner != null && this.owner == member.value();
		}

		boolean isOpenFor(AccountId member) {
			return this.repliesAllowed && (this.rated || !isOwner(member));
		}

		/// Whom a reply waits for. It would wait in vain for who sees the group no more.
		@Nullable Long otherThan(AccountId member) {
			if (isOwner(member)) {
				return this.responderThere ? this.responder : null;
			}
			return this.owner;
		}

	}

}
