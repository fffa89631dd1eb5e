package com.howsmytrack.track;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Stores what a look-up has found, together with what follows from it.
@Component
class LookupWriter {

	private final LookupQueue queue;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	private final LookupSettings settings;

	private final Clock clock;

	LookupWriter(LookupQueue queue, ApplicationEventPublisher events, TransactionOperations transactions,
			LookupSettings settings, Clock clock) {
		this.queue = queue;
		this.events = events;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	void write(TrackLookup claimed, LookupResult result) {
		switch (result) {
			case LookupResult.Resolved(TrackLink track) -> resolve(claimed, track);
			case LookupResult.Titled(TrackTitle title) -> finish(claimed, LookupState.FOUND, null, title, null);
			case LookupResult.Nothing _ -> finishWithoutResult(claimed);
			case LookupResult.Gone _ -> gone(claimed);
			case LookupResult.Limited(Duration wait) -> postpone(claimed, wait, claimed.failures());
			case LookupResult.Interrupted _ -> {
			}
			case LookupResult.Failed _ -> this.settings.delayAfter(claimed.failures() + 1)
				.ifPresentOrElse((delay) -> postpone(claimed, delay, claimed.failures() + 1),
						() -> finishWithoutResult(claimed));
		}
	}

	private void resolve(TrackLookup claimed, TrackLink track) {
		finish(claimed, LookupState.FOUND, track.url(), TrackTitle.UNKNOWN, () -> {
			this.events.publishEvent(new ShortLinkResolved(claimed.key(), track));
			if (TrackLookup.isNeeded(track)) {
				this.queue.add(track, claimed.causedBy());
			}
		});
	}

	/// Two answers with time between: a service that has a fault for some minutes can say
	/// the same of all tracks.
	private void gone(TrackLookup claimed) {
		@Nullable Instant since = claimed.goneSince();
		Instant now = this.clock.instant();
		if (since == null || now.isBefore(since.plus(this.settings.goneAfter()))) {
			Instant first = (since != null) ? since : now;
			this.queue.postpone(claimed, first.plus(this.settings.goneAfter()), 0, first);
		}
		else {
			finish(claimed, LookupState.GONE, null, TrackTitle.UNKNOWN,
					() -> this.events.publishEvent(new TrackFoundBroken(claimed.key(), claimed.url())));
		}
	}

	void postpone(TrackLookup claimed, Duration wait, int failures) {
		this.queue.postpone(claimed, this.clock.instant().plus(wait), failures, claimed.goneSince());
	}

	private void finishWithoutResult(TrackLookup claimed) {
		finish(claimed, LookupState.NOT_FOUND, null, TrackTitle.UNKNOWN, null);
	}

	/// Other rows are changed before the row of the look-up, as in the transactions of
	/// members: the other order could
	/// deadlock with them. If the lease is over, another instance does the same, and
	/// nothing is changed here.
	private void finish(TrackLookup claimed, LookupState state, @Nullable String resolvedUrl, TrackTitle title,
			@Nullable Runnable consequences) {
		this.transactions.executeWithoutResult((transaction) -> {
			if (consequences != null) {
				consequences.run();
			}
			if (!this.queue.finish(claimed, state, resolvedUrl, title)) {
				transaction.setRollbackOnly();
			}
		});
	}

}
