package com.howsmytrack.feedback.request;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ViolatedConstraint;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.TrackLink;
import com.howsmytrack.track.TrackLookups;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Creates, edits and deletes requests of members, each in one transaction. Two unique indexes on pending requests
/// decide between concurrent calls: the call that violates an index gets the same error as from the check before the
/// write.
@Component
class FeedbackRequestService {

	private final FeedbackRequests requests;

	private final VerifiedAddresses verifiedAddresses;

	private final TrackAddresses addresses;

	private final TrackLookups lookups;

	private final ReferenceReleases references;

	private final TransactionOperations transactions;

	private final Clock clock;

	FeedbackRequestService(FeedbackRequests requests, VerifiedAddresses verifiedAddresses, TrackAddresses addresses,
			TrackLookups lookups, ReferenceReleases references, TransactionOperations transactions, Clock clock) {
		this.requests = requests;
		this.verifiedAddresses = verifiedAddresses;
		this.addresses = addresses;
		this.lookups = lookups;
		this.references = references;
		this.transactions = transactions;
		this.clock = clock;
	}

	Optional<RequestView> pendingOf(AccountId member) {
		return this.requests.findPendingOf(member.value()).map((request) -> view(request, member));
	}

	/// The address must be verified, so that one person cannot request feedback from many
	/// accounts without a mailbox for each of them.
	Outcome<RequestView> create(AccountId member, RequestInput input) {
		return input.check()
			.or(() -> this.verifiedAddresses.check(member))
			.<Outcome<RequestView>>map(Outcome::failed)
			.orElseGet(() -> convertingViolations(() -> store(member, input)));
	}

	private Outcome<RequestView> store(AccountId member, RequestInput input) {
		if (this.requests.hasPending(member.value())) {
			return Outcome.failed(RequestErrors.PENDING_REQUEST_EXISTS);
		}
		TrackLink track = input.track();
		if (track != null && this.requests.isPending(track.key())) {
			return Outcome.failed(RequestErrors.TRACK_ALREADY_PENDING);
		}
		List<Long> releases = Objects.requireNonNullElse(input.referenceIds(), List.of());
		Optional<UserError> error = this.references.lock(releases);
		if (error.isPresent()) {
			return Outcome.failed(error.get());
		}
		FeedbackRequest stored = this.requests.saveAndFlush(
				new FeedbackRequest(member, track, Objects.requireNonNullElse(input.parsedGenre(), Genre.NO_GENRE),
						input.feedbackPrompt(), Boolean.TRUE.equals(input.emailWhenGrouped()), this.clock.instant()));
		this.references.add(stored.id(), releases);
		lookUp(track, member);
		return Outcome.succeeded(view(stored, member));
	}

	/// Allowed without a verified address. A missing URL makes the request trackless.
	/// Other missing values stay unchanged. The link of the request is accepted again,
	/// also if new requests must not have it.
	Outcome<RequestView> edit(AccountId member, long requestId, RequestInput input) {
		return convertingViolations(() -> change(member, requestId, input));
	}

	private Outcome<RequestView> change(AccountId member, long requestId, RequestInput input) {
		Optional<FeedbackRequest> found = this.requests.findLocked(requestId, member.value());
		boolean keepsLink = found.filter((request) -> request.hasLink(input.link())).isPresent();
		List<Long> releases = input.referenceIds();
		Optional<UserError> error = (keepsLink ? input.checkWithoutLink() : input.check())
			.or(() -> whyNotEditable(found))
			.or(() -> (releases != null) ? this.references.lock(releases) : Optional.empty());
		if (error.isPresent()) {
			return Outcome.failed(error.get());
		}
		FeedbackRequest request = found.orElseThrow();
		if (!keepsLink) {
			request.changeTrack(input.track());
		}
		Optional.ofNullable(input.parsedGenre()).ifPresent(request::changeGenre);
		Optional.ofNullable(input.feedbackPrompt()).ifPresent(request::changePrompt);
		Optional.ofNullable(input.emailWhenGrouped()).ifPresent(request::setEmailWhenGrouped);
		FeedbackRequest stored = this.requests.saveAndFlush(request);
		if (releases != null) {
			this.references.replace(requestId, releases);
		}
		lookUp(input.track(), member);
		return Outcome.succeeded(view(stored, member));
	}

	private RequestView view(FeedbackRequest request, AccountId owner) {
		return request.view(this.addresses, this.references.page(owner));
	}

	private void lookUp(@Nullable TrackLink track, AccountId member) {
		if (track != null) {
			this.lookups.request(track, member);
		}
	}

	Optional<UserError> delete(AccountId member, long requestId) {
		return inTransaction(() -> {
			Optional<FeedbackRequest> found = this.requests.findLocked(requestId, member.value());
			Optional<UserError> error = whyNotEditable(found);
			if (error.isEmpty()) {
				this.requests.delete(found.orElseThrow());
			}
			return error;
		});
	}

	/// An unknown request and a request of another member get the same error.
	private static Optional<UserError> whyNotEditable(Optional<FeedbackRequest> found) {
		if (found.isEmpty()) {
			return Optional.of(RequestErrors.NOT_YOUR_REQUEST);
		}
		return found.get().isGrouped() ? Optional.of(RequestErrors.REQUEST_ALREADY_GROUPED) : Optional.empty();
	}

	private Outcome<RequestView> convertingViolations(Supplier<Outcome<RequestView>> write) {
		try {
			return inTransaction(write);
		}
		catch (DataIntegrityViolationException violation) {
			return Outcome.failed(switch (ViolatedConstraint.in(violation).orElse("")) {
				case "feedback_request_one_pending_per_account" -> RequestErrors.PENDING_REQUEST_EXISTS;
				case "feedback_request_one_pending_per_track" -> RequestErrors.TRACK_ALREADY_PENDING;
				// The account was deleted a moment ago, and the session is still valid.
				case "feedback_request_account_id_fkey" -> UserError.NOT_LOGGED_IN;
				default -> throw violation;
			});
		}
		catch (CannotAcquireLockException deadlock) {
			// If two members exchange their tracks at the same time, their transactions
			// deadlock, and PostgreSQL aborts one of them.
			return Outcome.failed(RequestErrors.TRACK_ALREADY_PENDING);
		}
	}

	private <T> T inTransaction(Supplier<T> write) {
		return Objects.requireNonNull(this.transactions.execute((_) -> write.get()));
	}

}
