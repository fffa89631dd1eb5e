package com.howsmytrack.feedback.reply;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackReleased;
import com.howsmytrack.feedback.NotificationsChanged;
import com.howsmytrack.feedback.RandomIds;
import com.howsmytrack.feedback.ReplyAdded;
import com.howsmytrack.feedback.RequiredTexts;
import com.howsmytrack.feedback.ResponseIdGuesses;
import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.feedback.release.ReleaseSchedule;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.Timestamps;
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

	private final RequiredTexts texts;

	private final Conversations conversations;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final ReleaseSchedule releases;

	private final ResponseIdGuesses guesses;

	private final Clock clock;

	ReplyService(RequiredTexts texts, Conversations conversations, JdbcClient jdbc, TransactionOperations transactions,
			ApplicationEventPublisher events, ReleaseSchedule releases, ResponseIdGuesses guesses, Clock clock) {
		this.texts = texts;
		this.conversations = conversations;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.events = events;
		this.releases = releases;
		this.guesses = guesses;
		this.clock = clock;
	}

	/// If two replies are added at the same time, the second one is rejected if the first
	/// one closed the conversation and its author can see that. A unique index guarantees
	/// that each side closes a conversation only once.
	Outcome<ReplyView> add(AccountId author, int responseId, String text, boolean allowReplies) {
		return this.texts.check(TextLimit.REPLY, text).<Outcome<ReplyView>>map(Outcome::failed).orElseGet(() -> {
			Outcome<ReplyView> outcome = addValid(author, responseId, text, allowReplies);
			return (outcome instanceof Outcome.Failed<ReplyView>(UserError error))
					? Outcome.failed(this.guesses.count(author, error, ReplyErrors.UNKNOWN_RESPONSE)) : outcome;
		});
	}

	private Outcome<ReplyView> addValid(AccountId author, int responseId, String text, boolean allowReplies) {
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
	}

	private Outcome<ReplyView> addInTransaction(AccountId author, int responseId, String text, boolean allowReplies) {
		Optional<Conversation> found = this.conversations.findById(responseId);
		if (found.isEmpty() || found.get().isHiddenFrom(author)) {
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
		Outcome<ReplyView> outcome = RandomIds.insert(() -> insert(conversation, author, reader, text, allowReplies));
		if (outcome instanceof Outcome.Succeeded<ReplyView>(ReplyView reply)) {
			this.events.publishEvent(new ReplyAdded(reply.id(), responseId, author, reader));
			if (this.releases.isImmediate()) {
				this.events.publishEvent(new FeedbackReleased(List.of(), List.of(reply.id())));
				if (reader != null) {
					this.events.publishEvent(new NotificationsChanged(Set.of(reader)));
				}
			}
		}
		return outcome;
	}

	/// One conditional statement instead of an entity: it runs after the statement that
	/// waited for the lock, so it sees the replies that were added in the meantime. Only
	/// replies that the author can see close the conversation or change the time of the
	/// new reply. The new reply is at least a microsecond later than these, because
	/// conversations are ordered by time.
	/// @return empty if the id of the reply exists already
	private Optional<Outcome<ReplyView>> insert(Conversation conversation, AccountId author, @Nullable AccountId reader,
			String text, boolean allowReplies) {
		return this.jdbc.sql("""
				WITH visible AS (
					SELECT max(created_at) AS latest, coalesce(bool_and(allow_replies), true) AS open
					FROM feedback_reply
					WHERE feedback_response_id = :response AND (from_owner = :fromOwner OR released_at IS NOT NULL)
				), reply AS (
					SELECT greatest(:now, latest + interval '1 microsecond') AS created_at FROM visible WHERE open
				), inserted AS (
					INSERT INTO feedback_reply (feedback_response_id, from_owner, reader_id, text, allow_replies,
						created_at, released_at)
					SELECT :response, :fromOwner, :reader, :text, :allowReplies, created_at,
						CASE WHEN :immediate THEN created_at END
					FROM reply
					ON CONFLICT (id) DO NOTHING
					RETURNING id
				)
				SELECT inserted.id, reply.created_at FROM reply LEFT JOIN inserted ON true""")
			.param("response", conversation.id())
			.param("fromOwner", conversation.isOwner(author))
			.param("reader", (reader != null) ? reader.value() : null)
			.param("text", text)
			.param("allowReplies", allowReplies)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("immediate", this.releases.isImmediate())
			.query((row, _) -> {
				Integer id = row.getObject("id", Integer.class);
				OffsetDateTime createdAt = Timestamps.utc(row, "created_at");
				return (id != null)
						? Optional.of(Outcome.succeeded(ReplyView.of(id, true, text, allowReplies, createdAt)))
						: Optional.<Outcome<ReplyView>>empty();
			})
			.optional()
			.orElseGet(() -> Optional.of(Outcome.failed(ReplyErrors.CONVERSATION_CLOSED)));
	}

	/// Ignores ids that are not unread, released replies to the member.
	void markAsRead(AccountId reader, Collection<Integer> replyIds) {
		this.transactions.executeWithoutResult((_) -> {
			int read = this.jdbc.sql("""
					UPDATE feedback_reply SET read_at = :now
					WHERE id = ANY (:ids) AND reader_id = :reader AND read_at IS NULL AND released_at IS NOT NULL""")
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("ids", replyIds.stream().map(Integer::longValue).toArray(Long[]::new))
				.param("reader", reader.value())
				.update();
			if (read > 0) {
				this.events.publishEvent(new NotificationsChanged(Set.of(reader)));
			}
		});
	}

}
