package com.howsmytrack.feedback.request;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ViolatedConstraint;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.MediaUrl;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Where members hand in a request, change it and take it back. Each is one transaction; two unique indexes
/// have the last word on what is pending, and a race that meets one gets the message of the check it slipped past.
@Component
class FeedbackRequestService {

	private final FeedbackRequests requests;

	private final TransactionOperations transactions;

	private final Clock clock;

	FeedbackRequestService(FeedbackRequests requests, TransactionOperations transactions, Clock clock) {
		this.requests = requests;
		this.transactions = transactions;
		this.clock = clock;
	}

	Optional<RequestView> pendingOf(AccountId member) {
		return this.requests.findPendingOf(member.value()).map(FeedbackRequest::view);
	}

	Optional<UserError> create(AccountId member, RequestInput wish) {
		return wish.check().or(() -> unlessPendingElsewhere(() -> store(member, wish)));
	}

	private Optional<UserError> store(AccountId member, RequestInput wish) {
		if (this.requests.hasPending(member.value())) {
			return Optional.of(RequestErrors.PENDING_REQUEST_EXISTS);
		}
		MediaUrl track = wish.track();
		if (track != null && this.requests.isPending(track.value())) {
			return Optional.of(RequestErrors.TRACK_ALREADY_PENDING);
		}
		this.requests.saveAndFlush(
				new FeedbackRequest(member, track, Objects.requireNonNullElse(wish.parsedGenre(), Genre.NO_GENRE),
						wish.feedbackPrompt(), Boolean.TRUE.equals(wish.emailWhenGrouped()), this.clock.instant()));
		return Optional.empty();
	}

	/// A missing URL makes the request trackless; of the rest, what is missing stays as
	/// it was.
	Optional<UserError> edit(AccountId member, long requestId, RequestInput wish) {
		return wish.check().or(() -> unlessPendingElsewhere(() -> change(member, requestId, wish)));
	}

	private Optional<UserError> change(AccountId member, long requestId, RequestInput wish) {
		Optional<FeedbackRequest> found = this.requests.findLocked(requestId, member.value());
		Optional<UserError> error = refusalToTouch(found);
		if (error.isPresent()) {
			return error;
		}
		FeedbackRequest request = found.orElseThrow();
		request.changeTrack(wish.track());
		Optional.ofNullable(wish.parsedGenre()).ifPresent(request::changeGenre);
		Optional.ofNullable(wish.feedbackPrompt()).ifPresent(request::changePrompt);
		Optional.ofNullable(wish.emailWhenGrouped()).ifPresent(request::setEmailWhenGrouped);
		this.requests.saveAndFlush(request);
		return Optional.empty();
	}

	Optional<UserError> delete(AccountId member, long requestId) {
		return inTransaction(() -> {
			Optional<FeedbackRequest> found = this.requests.findLocked(requestId, member.value());
			Optional<UserError> error = refusalToTouch(found);
			if (error.isEmpty()) {
				this.requests.delete(found.orElseThrow());
			}
			return error;
		});
	}

	/// A request that is not there and one that is someone else's are the same.
	private static Optional<UserError> refusalToTouch(Optional<FeedbackRequest> found) {
		if (found.isEmpty()) {
			return Optional.of(RequestErrors.NOT_YOUR_REQUEST);
		}
		return found.get().isGrouped() ? Optional.of(RequestErrors.REQUEST_ALREADY_GROUPED) : Optional.empty();
	}

	private Optional<UserError> unlessPendingElsewhere(Supplier<Optional<UserError>> write) {
		try {
			return inTransaction(write);
		}
		catch (DataIntegrityViolationException refused) {
			return Optional.of(switch (ViolatedConstraint.in(refused).orElse("")) {
				case "feedback_request_one_pending_per_account" -> RequestErrors.PENDING_REQUEST_EXISTS;
				case "feedback_request_one_pending_per_track" -> RequestErrors.TRACK_ALREADY_PENDING;
				// The account was deleted a moment ago; its cookie did not know yet.
				case "feedback_request_account_id_fkey" -> UserError.NOT_LOGGED_IN;
				default -> throw refused;
			});
		}
		catch (CannotAcquireLockException deadlock) {
			// Two who edit to each other's track at once wait for each other, until
			// PostgreSQL sends one away.
			return Optional.of(RequestErrors.TRACK_ALREADY_PENDING);
		}
	}

	private Optional<UserError> inTransaction(Supplier<Optional<UserError>> write) {
		return Objects.requireNonNull(this.transactions.execute((_) -> write.get()));
	}

}
