package com.howsmytrack.mail;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Runs the dispatcher several times a second, so that a mail is sent soon after it was queued, by any process.
@Component
@EnableScheduling
@ConditionalOnBooleanProperty("howsmytrack.background-work")
class MailSchedule {

	private static final Logger logger = LoggerFactory.getLogger(MailSchedule.class);

	private final MailDispatcher dispatcher;

	MailSchedule(MailDispatcher dispatcher, Optional<MailTransport> transport) {
		this.dispatcher = dispatcher;
		if (transport.isEmpty()) {
			logger.warn("Mails stay queued: there is neither SMTP_HOST nor SENDGRID_API_KEY");
		}
	}

	@Scheduled(fixedDelayString = "${howsmytrack.mail.poll-interval}")
	void sendDue() {
		this.dispatcher.sendDue();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void deleteOld() {
		this.dispatcher.deleteOld();
	}

}
