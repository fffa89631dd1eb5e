package com.howsmytrack.feedback.request;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.database.ViolatedConstraint;
import com.howsmytrack.feedback.Genre;
import com.howsmytrack.graphql.Refusal;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Where members hand in a request, change it and take it back. Each is one transaction; two unique indexes
/// have the last word on what is pending, and a race that meets one gets the message of the check it slipped past.
@Component
class RequestDesk {

	private final FeedbackRequests requests;

	private final TransactionOperations transactions;

	private final Clock clock;

	RequestDesk(FeedbackRequests requests, TransactionOperations transactions, Clock clock) {
		this.requests = requests;
		this.transactions = transactions;
		this.clock = clock;
	}

	Optional<RequestView> pendingOf(AccountId member) {
		return this.requests.findPendingOf(member.value()).map(FeedbackRequest::view);
	}

	Optional<Refusal> create(AccountId member, RequestWish wish) {
		return wish.check().or(() -> unlessPendingElsewhere(() -> store(member, wish)));
	}

	private Optional<Refusal> store(AccountId member, RequestWish wish) {
		if (this.requests.hasPending(member.value())) {
			return Optional.of(RequestRefusals.PENDING_REQUEST_EXISTS);
		}
		MediaUrl track = wish.track();
		if (track != null && this.requests.isPending(track.value())) {
			return Optional.of(RequestRefusals.TRACK_ALREADY_PENDING);
		}
		this.requests.saveAndFlush(
				new FeedbackRequest(member, track, Objects.requireNonNullElse(wish.parsedGenre(), Genre.NO_GENRE),
						wish.feedbackPrompt(), Boolean.TRUE.equals(wish.emailWhenGrouped()), this.clock.instant()));
		return Optional.empty();
	}

	/// A missing URL makes the request trackless; of the rest, what is missing stays as
	/// it was.
	Optional<Refusal> edit(AccountId member, long requestId, RequestWish wish) {
		return wish.check().or(() -> unlessPendingElsewhere(() -> change(member, requestId, wish)));
	}

	private Optional<Refusal> change(AccountId member, long requestId, RequestWish wish) {
		Optional<FeedbackRequest> found = this.requests.findLocked(requestId, member.value());
		Optional<Refusal> refusal = refusalToTouch(found);
		if (refusal.isPresent()) {
			return refusal;
		}
		FeedbackRequest request = found.orElseThrow();
		request.pointTo(wish.track());
		Optional.ofNullable(wish.parsedGenre()).ifPresent(request::reclassify);
		Optional.ofNullable(wish.feedbackPrompt()).ifPresent(request::ask);
		Optional.ofNullable(wish.emailWhenGrouped()).ifPresent(request::wishForMail);
		this.requests.saveAndFlush(request);
		return Optional.empty();
	}

	Optional<Refusal> delete(AccountId member, long requestId) {
		return inTransaction(() -> {
			Optional<FeedbackRequest> found = this.requests.findLocked(requestId, member.value());
			Optional<Refusal> refusal = refusalToTouch(found);
			if (refusal.isEmpty()) {
				this.requests.delete(found.orElseThrow());
			}
			return refusal;
		});
	}

	/// A request that is not there and one that is someone else's are the same.
	private static Optional<Refusal> refusalToTouch(Optional<FeedbackRequest> found) {
		if (found.isEmpty()) {
			return Optional.of(RequestRefusals.NOT_YOUR_REQUEST);
		}
		return found.get().isGrouped() ? Optional.of(RequestRefusals.REQUEST_ALREADY_GROUPED) : Optional.empty();
	}

	private Optional<Refusal> unlessPendingElsewhere(Supplier<Optional<Refusal>> write) {
		try {
			return inTransaction(write);
		}
		catch (DataIntegrityViolationException refused) {
			return Optional.of(switch (ViolatedConstraint.in(refused).orElse("")) {
				case "feedback_request_one_pending_per_account" -> RequestRefusals.PENDING_REQUEST_EXISTS;
				case "feedback_request_one_pending_per_track" -> RequestRefusals.TRACK_ALREADY_PENDING;
				// The account was deleted a moment ago; its cookie did not know yet.
				case "feedback_request_account_id_fkey" -> Refusal.NOT_LOGGED_IN;
				default -> throw refused;
			});
		}
		catch (CannotAcquireLockException deadlock) {
			// Two who edit to each other's track at once wait for each other, until
			// PostgreSQL sends one away.
			return Optional.of(RequestRefusals.TRACK_ALREADY_PENDING);
		}
	}

	private Optional<Refusal> inTransaction(Supplier<Optional<Refusal>> write) {
		return Objects.requireNonNull(this.transactions.execute((_) -> write.get()));
	}

}
