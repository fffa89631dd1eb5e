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

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Sends the queued mails to the mail server. Several instances can do so at the same time, because each of them claims
/// different rows.
///
/// Delivery is at least once. A mail is marked as sent as soon as the mail server has accepted it. If the process dies
/// before that, or the answer of the mail server is lost, the mail is sent a second time under the same Message-ID.
/// At most once would lose mails instead.
///
/// Only the service sends mails. In a command, the listener of the context's end would create this bean, although it is not
/// needed.
@Component
@ConditionalOnWebApplication
class MailDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(MailDispatcher.class);

	private static final int UPDATE_RETRIES = 5;

	private static final int DELETE_BATCH_SIZE = 10_000;

	/// The subject of the rate limit, which all mails share.
	private static final String ALL_MAILS = "all";

	private final MailQueue queue;

	private final MailTemplates templates;

	private final MessageComposer composer;

	private final Optional<MailTransport> transport;

	private final MailSettings settings;

	private final RateLimit rateLimit;

	private final Clock clock;

	private final RetryTemplate updateRetries = new RetryTemplate(RetryPolicy.builder()
		.includes(DataAccessException.class)
		.maxRetries(UPDATE_RETRIES)
		.delay(Duration.ofSeconds(1))
		.build());

	/// Set while the mail server is unavailable.
	private Instant pausedUntil = Instant.MIN;

	private volatile boolean stopping;

	MailDispatcher(MailQueue queue, MailTemplates templates, MessageComposer composer,
			Optional<MailTransport> transport, MailSettings settings, RateLimiter rateLimiter, Clock clock) {
		this.queue = queue;
		this.templates = templates;
		this.composer = composer;
		this.transport = transport;
		this.settings = settings;
		this.rateLimit = rateLimiter.of("mail", settings.rate());
		this.clock = clock;
	}

	/// Sends all due mails over one connection, as fast as the rate limit allows.
	synchronized void sendDue() {
		if (this.transport.isEmpty() || this.clock.instant().isBefore(this.pausedUntil) || !this.queue.hasDue()) {
			return;
		}
		try (MailTransport.Connection connection = this.transport.get().open()) {
			boolean more = true;
			while (more && !this.stopping) {
				more = sendBatch(connection);
			}
		}
	}

	/// @return whether there may be more due mails that can be sent now
	private boolean sendBatch(MailTransport.Connection connection) {
		int allowed = this.rateLimit.takeUpTo(this.settings.batchSize(), ALL_MAILS);
		if (allowed == 0) {
			return false;
		}
		Instant leaseEnd = this.clock.instant().plus(this.settings.lease());
		List<OutgoingMail> batch = this.queue.claim(allowed, leaseEnd);
		int attempted = 0;
		boolean available = true;
		while (attempted < batch.size() && available && !this.stopping
				&& this.clock.instant().isBefore(leaseEnd.minus(MailConfiguration.SEND_TIMEOUT))) {
			available = send(batch.get(attempted++), connection);
		}
		List<OutgoingMail> unattempted = batch.subList(attempted, batch.size());
		int unused = allowed - attempted;
		boolean updated = update("mails that were claimed but not attempted", () -> {
			if (!unattempted.isEmpty()) {
				this.queue.release(unattempted);
			}
			this.rateLimit.refund(unused, ALL_MAILS);
		});
		return updated && available && attempted == allowed;
	}

	/// @return whether the mail server and the database are available for the next mail
	private boolean send(OutgoingMail mail, MailTransport.Connection connection) {
		@Nullable Long account = mail.request().account();
		String recipient = mail.request().recipient();
		try {
			Optional<MailContent> content = this.templates.of(mail.request().kind()).write(mail.request());
			if (content.isEmpty()) {
				return update(mail, () -> this.queue.delete(mail));
			}
			account = content.get().account();
			recipient = content.get().recipient();
			connection.send(this.composer.compose(mail, content.get()));
			return update(mail, () -> this.queue.markSent(mail, content.get()));
		}
		catch (MailTransport.RecipientRefusedException refused) {
			logger.warn("The recipient of mail {} ({}) was refused: {}", mail.id(), mail.kind(), refused.getMessage());
			return refuse(mail, account, recipient, refused);
		}
		catch (MailTransport.PermanentFailureException rejected) {
			logger.warn("Mail {} ({}) was rejected permanently: {}", mail.id(), mail.kind(), rejected.getMessage());
			return giveUp(mail, account, rejected);
		}
		catch (MailTransport.ServerUnavailableException unavailable) {
			logger.warn("The mail server is unavailable, mails stay queued: {}", unavailable.getMessage());
			this.pausedUntil = this.clock.instant().plus(this.settings.retryDelays().getFirst());
			retryLater(mail, account, unavailable);
			return false;
		}
		catch (MessagingException failed) {
			logger.warn("Mail {} ({}) could not be sent: {}", mail.id(), mail.kind(), failed.getMessage());
			return retryLater(mail, account, failed);
		}
		catch (RuntimeException defect) {
			logger.error("Mail {} ({}) could not be written", mail.id(), mail.kind(), defect);
			return retryLater(mail, account, defect);
		}
	}

	private boolean retryLater(OutgoingMail mail, @Nullable Long account, Exception failure) {
		Optional<Duration> delay = this.settings.delayAfter(mail.failures() + 1);
		if (delay.isPresent()) {
			return update(mail, () -> this.queue.markFailed(mail, String.valueOf(failure.getMessage()),
					this.clock.instant().plus(delay.get())));
		}
		logger.error("Mail {} ({}) is given up after {} failures", mail.id(), mail.kind(), mail.failures() + 1);
		return giveUp(mail, account, failure);
	}

	private boolean giveUp(OutgoingMail mail, @Nullable Long account, Exception failure) {
		return update(mail, () -> this.queue.markGivenUp(mail, account, String.valueOf(failure.getMessage())));
	}

	private boolean refuse(OutgoingMail mail, @Nullable Long account, String recipient, Exception failure) {
		return update(mail,
				() -> this.queue.markRefused(mail, account, recipient, String.valueOf(failure.getMessage())));
	}

	private boolean update(OutgoingMail mail, Runnable statement) {
		return update("mail %d (%s), which is due again at the end of its lease".formatted(mail.id(), mail.kind()),
				statement);
	}

	/// Retries while the database is unavailable. If the retries fail too, the mail is
	/// due again at the end of its lease; a mail that was sent is then sent a second
	/// time.
	/// @return whether the update succeeded
	private boolean update(String what, Runnable statement) {
		try {
			this.updateRetries.invoke(() -> {
				statement.run();
				return true;
			});
			return true;
		}
		catch (DataAccessException failed) {
			logger.error("The state could not be updated of {}", what, failed);
			return false;
		}
	}

	/// Deletes mails that were sent or given up long ago, in batches.
	void deleteOld() {
		Instant oldest = this.clock.instant().minus(this.settings.keepFinishedFor());
		int deleted = this.queue.deleteFinishedBefore(oldest, DELETE_BATCH_SIZE);
		while (deleted == DELETE_BATCH_SIZE && !this.stopping) {
			deleted = this.queue.deleteFinishedBefore(oldest, DELETE_BATCH_SIZE);
		}
	}

	/// Finishes the mail that is being sent and releases the rest of the batch to other
	/// instances.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

}
