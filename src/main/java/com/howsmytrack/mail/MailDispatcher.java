package com.howsmytrack.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.throttle.Throttle;
import com.howsmytrack.throttle.Throttles;
import jakarta.mail.MessagingException;
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

	private final Outbox outbox;

	private final LetterWriters writers;

	private final MessageComposer composer;

	private final Optional<Carrier> carrier;

	private final MailSettings settings;

	private final Throttle pace;

	private final Clock clock;

	private final RetryTemplate noting = new RetryTemplate(RetryPolicy.builder()
		.includes(DataAccessException.class)
		.maxRetries(NOTING_RETRIES)
		.delay(Duration.ofSeconds(1))
		.build());

	/// While the mail server cannot be reached, nobody knocks at its door all the time.
	private Instant pausedUntil = Instant.MIN;

	private volatile boolean stopping;

	MailDispatcher(Outbox outbox, LetterWriters writers, MessageComposer composer, Optional<Carrier> carrier,
			MailSettings settings, Throttles throttles, Clock clock) {
		this.outbox = outbox;
		this.writers = writers;
		this.composer = composer;
		this.carrier = carrier;
		this.settings = settings;
		this.pace = throttles.of("mail", settings.rate());
		this.clock = clock;
	}

	/// Sends whatever is due, as fast as the pace allows, over one connection.
	synchronized void sendDue() {
		if (this.carrier.isEmpty() || this.clock.instant().isBefore(this.pausedUntil) || !this.outbox.hasDue()) {
			return;
		}
		try (Carrier.Delivery delivery = this.carrier.get().begin()) {
			boolean more = true;
			while (more && !this.stopping) {
				more = sendBatch(delivery);
			}
		}
	}

	/// @return whether to go on with another
	private boolean sendBatch(Carrier.Delivery delivery) {
		int allowed = this.pace.takeUpTo(this.settings.batchSize(), ALL_LETTERS);
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
		if (tried < batch.size()) {
			this.outbox.release(batch.subList(tried, batch.size()));
		}
		this.pace.giveBack(allowed - tried, ALL_LETTERS);
		return reachable && tried == allowed;
	}

	/// @return whether the mail server can be reached
	private boolean send(OutgoingMail mail, Carrier.Delivery delivery) {
		try {
			Optional<WrittenLetter> written = this.writers.of(mail.letter().kind()).write(mail.letter());
			if (written.isEmpty()) {
				this.outbox.forget(mail);
				return true;
			}
			delivery.carry(this.composer.compose(mail, written.get()));
			noteSent(mail, written.get());
		}
		catch (Carrier.RefusedForGoodException refused) {
			logger.warn("Letter {} ({}) is refused for good: {}", mail.id(), mail.letter().kind(),
					refused.getMessage());
			this.outbox.giveUp(mail, String.valueOf(refused.getMessage()));
		}
		catch (Carrier.UnreachableException unreachable) {
			logger.warn("Letters have to wait: {}", unreachable.getMessage());
			this.pausedUntil = this.clock.instant().plus(this.settings.retryDelays().getFirst());
			retryLater(mail, unreachable);
			return false;
		}
		catch (MessagingException failed) {
			logger.warn("Letter {} ({}) could not be sent: {}", mail.id(), mail.letter().kind(), failed.getMessage());
			retryLater(mail, failed);
		}
		catch (RuntimeException bug) {
			logger.error("Letter {} ({}) could not be written", mail.id(), mail.letter().kind(), bug);
			retryLater(mail, bug);
		}
		return true;
	}

	/// The mail server has the letter: whatever happens now, it was sent.
	private void noteSent(OutgoingMail mail, WrittenLetter written) {
		try {
			this.noting.invoke(() -> {
				this.outbox.noteSent(mail, written);
				return true;
			});
		}
		catch (DataAccessException failed) {
			logger.error("Letter {} ({}) was sent, which could not be noted: it will be sent again", mail.id(),
					mail.letter().kind(), failed);
		}
	}

	private void retryLater(OutgoingMail mail, Exception failure) {
		String error = String.valueOf(failure.getMessage());
		this.settings.delayAfter(mail.failures() + 1)
			.ifPresentOrElse((delay) -> this.outbox.noteFailure(mail, error, this.clock.instant().plus(delay)), () -> {
				logger.error("Letter {} ({}) is given up after {} failures", mail.id(), mail.letter().kind(),
						mail.failures() + 1);
				this.outbox.giveUp(mail, error);
			});
	}

	/// Forgets letters that were sent long ago, some at a time.
	void removeOld() {
		Instant longAgo = this.clock.instant().minus(this.settings.keepSentFor());
		int removed = this.outbox.removeSentBefore(longAgo, REMOVED_AT_ONCE);
		while (removed == REMOVED_AT_ONCE && !this.stopping) {
			removed = this.outbox.removeSentBefore(longAgo, REMOVED_AT_ONCE);
		}
	}

	/// The letter in flight arrives and is noted; the others are left to those who stay.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

}
