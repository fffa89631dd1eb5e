package com.howsmytrack.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Carries what lies in the outbox to the mail server. Any number of them work together, each taking letters
/// that no other has.
///
/// A letter is noted as sent as soon as the mail server has it. A process that dies in between, or a mail server
/// that takes a letter and does not say so, leaves one letter that goes out twice, under the same Message-ID: to lose
/// it would be worse.
@Component
class MailDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(MailDispatcher.class);

	private static final int NOTING_RETRIES = 5;

	private static final int REMOVED_AT_ONCE = 10_000;

	private static final String ALL_LETTERS = "all";

	private final MailQueue outbox;

	private final MailTemplates templates;

	private final MessageComposer composer;

	private final Optional<MailTransport> carrier;

	private final MailSettings settings;

	private final RateLimit throttle;

	private final Clock clock;

	private final RetryTemplate noting = new RetryTemplate(RetryPolicy.builder()
		.includes(DataAccessException.class)
		.maxRetries(NOTING_RETRIES)
		.delay(Duration.ofSeconds(1))
		.build());

	/// While the mail server cannot be reached, nobody knocks at its door all the time.
	private Instant pausedUntil = Instant.MIN;

	private volatile boolean stopping;

	MailDispatcher(MailQueue outbox, MailTemplates templates, MessageComposer composer, Optional<MailTransport> carrier,
			MailSettings settings, RateLimiter rateLimiter, Clock clock) {
		this.outbox = outbox;
		this.templates = templates;
		this.composer = composer;
		this.carrier = carrier;
		this.settings = settings;
		this.throttle = rateLimiter.of("mail", settings.rate());
		this.clock = clock;
	}

	/// Sends whatever is due, as fast as the pace allows, over one connection.
	synchronized void sendDue() {
		if (this.carrier.isEmpty() || this.clock.instant().isBefore(this.pausedUntil) || !this.outbox.hasDue()) {
			return;
		}
		try (MailTransport.Delivery delivery = this.carrier.get().begin()) {
			boolean more = true;
			while (more && !this.stopping) {
				more = sendBatch(delivery);
			}
		}
	}

	/// @return whether to go on with another
	private boolean sendBatch(MailTransport.Delivery delivery) {
		int allowed = this.throttle.takeUpTo(this.settings.batchSize(), ALL_LETTERS);
		if (allowed == 0) {
			return false;
		}
		Instant endOfLease = this.clock.instant().plus(this.settings.lease());
		List<OutgoingMail> batch = this.outbox.take(allowed, endOfLease);
		int tried = 0;
		boolean reachable = true;
		while (tried < batch.size() && reachable && !this.stopping
				&& this.clock.instant().isBefore(endOfLease.minus(MailConfiguration.SLOWEST_CONVERSATION))) {
			reachable = send(batch.get(tried++), delivery);
		}
		List<OutgoingMail> untried = batch.subList(tried, batch.size());
		int spared = allowed - tried;
		boolean noted = note("letters that others may take", () -> {
			if (!untried.isEmpty()) {
				this.outbox.release(untried);
			}
			this.throttle.refund(spared, ALL_LETTERS);
		});
		return noted && reachable && tried == allowed;
	}

	/// @return whether to go on: the mail server can be reached, and the database
	private boolean send(OutgoingMail mail, MailTransport.Delivery delivery) {
		@Nullable Long account = mail.request().account();
		try {
			Optional<MailContent> written = this.templates.of(mail.request().kind()).write(mail.request());
			if (written.isEmpty()) {
				return note(mail, () -> this.outbox.forget(mail));
			}
			account = written.get().account();
			delivery.carry(this.composer.compose(mail, written.get()));
			// The mail server has it: whatever happens now, it was sent.
			return note(mail, () -> this.outbox.noteSent(mail, written.get()));
		}
		catch (MailTransport.PermanentFailureException refused) {
			logger.warn("Mail {} ({}) is refused for good: {}", mail.id(), mail.kind(), refused.getMessage());
			return giveUp(mail, account, refused);
		}
		catch (MailTransport.ServerUnavailableException unreachable) {
			logger.warn("Letters have to wait: {}", unreachable.getMessage());
			this.pausedUntil = this.clock.instant().plus(this.settings.retryDelays().getFirst());
			retryLater(mail, account, unreachable);
			return false;
		}
		catch (MessagingException failed) {
			logger.warn("Mail {} ({}) could not be sent: {}", mail.id(), mail.kind(), failed.getMessage());
			return retryLater(mail, account, failed);
		}
		catch (RuntimeException bug) {
			logger.error("Mail {} ({}) could not be written", mail.id(), mail.kind(), bug);
			return retryLater(mail, account, bug);
		}
	}

	private boolean retryLater(OutgoingMail mail, @Nullable Long account, Exception failure) {
		Optional<Duration> delay = this.settings.delayAfter(mail.failures() + 1);
		if (delay.isPresent()) {
			return note(mail, () -> this.outbox.noteFailure(mail, String.valueOf(failure.getMessage()),
					this.clock.instant().plus(delay.get())));
		}
		logger.error("Mail {} ({}) is given up after {} failures", mail.id(), mail.kind(), mail.failures() + 1);
		return giveUp(mail, account, failure);
	}

	private boolean giveUp(OutgoingMail mail, @Nullable Long account, Exception failure) {
		return note(mail, () -> this.outbox.giveUp(mail, account, String.valueOf(failure.getMessage())));
	}

	private boolean note(OutgoingMail mail, Runnable note) {
		return note("letter %d (%s), which is due again when its lease ends".formatted(mail.id(), mail.kind()), note);
	}

	/// Tried again while the database is away. What could not be noted waits for the
	/// end of its lease, and a letter that was sent goes out once more.
	/// @return whether it was
	private boolean note(String what, Runnable note) {
		try {
			this.noting.invoke(() -> {
				note.run();
				return true;
			});
			return true;
		}
		catch (DataAccessException failed) {
			logger.error("It could not be noted what became of {}", what, failed);
			return false;
		}
	}

	/// Forgets letters that were sent or given up long ago, some at a time.
	void removeOld() {
		Instant longAgo = this.clock.instant().minus(this.settings.keepFinishedFor());
		int removed = this.outbox.removeFinishedBefore(longAgo, REMOVED_AT_ONCE);
		while (removed == REMOVED_AT_ONCE && !this.stopping) {
			removed = this.outbox.removeFinishedBefore(longAgo, REMOVED_AT_ONCE);
		}
	}

	/// The letter in flight arrives and is noted; the others are left to those who stay.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

}
