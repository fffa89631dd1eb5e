package com.howsmytrack.feedback.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.ReplyAdded;
import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.persistence.ViolatedConstraint;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Adds replies to conversations and marks replies as read.
@Component
class ReplyService {

	private final Conversations conversations;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReplyService(Conversations conversations, JdbcClient jdbc, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.conversations = conversations;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/// If two replies are added at the same time, the second one is rejected if the first
	/// one closed the conversation. A unique index guarantees that a conversation is
	/// closed only once.
	Outcome<ReplyView> add(AccountId author, long responseId, String text, boolean allowReplies) {
		return TextLimit.REPLY.checkNotBlank(text).<Outcome<ReplyView>>map(Outcome::failed).orElseGet(() -> {
			try {
				return Objects.requireNonNull(
						this.transactions.execute((_) -> addInTransaction(author, responseId, text, allowReplies)));
			}
			catch (DataIntegrityViolationException violation) {
				if (ViolatedConstraint.in(violation).filter("feedback_reply_closes_once"::equals).isPresent()) {
					return Outcome.failed(ReplyErrors.CONVERSATION_CLOSED);
				}
				throw violation;
			}
		});
	}

	private Outcome<ReplyView> addInTransaction(AccountId author, long responseId, String text, boolean allowReplies) {
		Optional<Conversation> found = this.conversations.findById(responseId);
		if (found.isEmpty()) {
			return Outcome.failed(ReplyErrors.UNKNOWN_RESPONSE);
		}
		Conversation conversation = found.get();
		if (!conversation.includes(author)) {
			return Outcome.failed(ReplyErrors.NOT_YOUR_CONVERSATION);
		}
		if (!conversation.allowsReplyOf(author)) {
			return Outcome.failed(ReplyErrors.CONVERSATION_CLOSED);
		}
		AccountId reader = conversation.readerOfReplyBy(author);
		Instant now = this.clock.instant();
		return insert(conversation, author, reader, text, allowReplies, now).map((id) -> {
			this.events.publishEvent(new ReplyAdded(id, responseId, author, reader));
			return Outcome.succeeded(ReplyView.of(id, true, text, allowReplies, now.atOffset(ZoneOffset.UTC)));
		}).orElseGet(() -> Outcome.failed(ReplyErrors.CONVERSATION_CLOSED));
	}

	/// One conditional statement instead of an entity: it runs after the statement that
	/// waited for the lock, so it sees the replies that were added in the meantime.
	private Optional<Long> insert(Conversation conversation, AccountId author, @Nullable AccountId reader, String text,
			boolean allowReplies, Instant now) {
		return this.jdbc
			.sql("""
					INSERT INTO feedback_reply (feedback_response_id, from_owner, reader_id, text, allow_replies, created_at)
					SELECT :response, :fromOwner, :reader, :text, :allowReplies, :now
					WHERE NOT EXISTS (
						SELECT FROM feedback_reply WHERE feedback_response_id = :response AND NOT allow_replies)
					RETURNING id""")
			.param("response", conversation.id())
			.param("fromOwner", conversation.isOwner(author))
			.param("reader", (reader != null) ? reader.value() : null)
			.param("text", text)
			.param("allowReplies", allowReplies)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.optional();
	}

	/// Ignores ids that are not unread replies to the member.
	void markAsRead(AccountId reader, Collection<Integer> replyIds) {
		this.transactions.executeWithoutResult((_) -> this.jdbc.sql("""
				UPDATE feedback_reply SET read_at = :now
				WHERE id = ANY (:ids) AND reader_id = :reader AND read_at IS NULL""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("ids", replyIds.stream().map(Integer::longValue).toArray(Long[]::new))
			.param("reader", reader.value())
			.update());
	}

}
