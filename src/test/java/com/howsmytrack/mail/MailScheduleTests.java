package com.howsmytrack.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;

import static org.assertj.core.api.Assertions.assertThat;

/// Another instance, which runs as in production, sends the mails that this process queues.
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class MailScheduleTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	@Autowired
	private Database database;

	private ConfigurableApplicationContext start(String... settings) {
		List<String> args = new ArrayList<>(List.of(settings));
		args.addAll(List.of("--server.port=0", "--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
				"--howsmytrack.web.drain-time=0s", "--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--SECRET_KEY=0123456789abcdef0123456789abcdef", "--API_URL=https://www.howsmytrack.com"));
		return SpringApplication.run(HowsMyTrackApplication.class, args.toArray(String[]::new));
	}

	/// Due at noon, the time of the fixed clock of the other instance.
	private void queue(String recipient) {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, facts, created_at, due_at)
				VALUES ('email-changed', ?, '{"oldAddress": true}', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""",
				recipient);
	}

	@Test
	void sendsAMailThatAnotherProcessQueued() {
		try (ConfigurableApplicationContext application = start("--SMTP_HOST=127.0.0.1",
				"--SMTP_PORT=" + Mailbox.port())) {
			queue("ada@example.com");

			assertThat(Mailbox.SERVER.waitForIncomingEmail(LIMIT.toMillis(), 1)).isTrue();
			assertThat(application.getBean(MailSettings.class).pollInterval()).isLessThan(Duration.ofSeconds(1));
		}
	}

	/// A mail is sent within a second of being queued: the time between two polls is
	/// shorter, and the first poll sends it.
	@Test
	void sendsAMailInTheFirstPollAfterItWasQueued() {
		try (ConfigurableApplicationContext application = start("--SMTP_HOST=127.0.0.1",
				"--SMTP_PORT=" + Mailbox.port())) {
			assertThat(polls(application)).singleElement().satisfies((poll) -> {
				assertThat(poll.getIntervalDuration()).isLessThan(Duration.ofSeconds(1));
				assertThat(poll.getInitialDelayDuration()).isZero();
			});

			queue("ada@example.com");
			// Waits for a poll in progress, which can have claimed the mail.
			application.getBean(MailSchedule.class).sendDue();

			assertThat(Mailbox.SERVER.getReceivedMessages()).hasSize(1);
		}
	}

	private static List<FixedDelayTask> polls(ConfigurableApplicationContext application) {
		return application.getBean(ScheduledAnnotationBeanPostProcessor.class)
			.getScheduledTasks()
			.stream()
			.map(ScheduledTask::getTask)
			.filter((task) -> task.toString().endsWith("MailSchedule.sendDue"))
			.map(FixedDelayTask.class::cast)
			.toList();
	}

	@Test
	void keepsMailsQueuedWithoutAMailServer(CapturedOutput output) {
		queue("ada@example.com");
		try (ConfigurableApplicationContext production = start("--ENVIRONMENT=PROD")) {
			assertThat(output).contains("WARN").contains("Mails stay queued");
			production.getBean(MailDispatcher.class).sendDue();
		}

		assertThat(this.database.count("outgoing_mail WHERE state = 'QUEUED' AND failures = 0")).isEqualTo(1);
	}

}
