package com.howsmytrack.observability;

import java.time.Duration;

import com.howsmytrack.mail.AdminMails;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.ManagementPort;
import com.howsmytrack.testing.WholeApplication;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@WholeApplication
class MailBacklogHealthTests {

	@Autowired
	private AdminMails admin;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private ManagementPort management;

	private void queue(String recipient) {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, facts, created_at, due_at)
				VALUES ('email-changed', ?, '{"oldAddress": true}', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""",
				recipient);
	}

	private double of(String name) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new MailBacklogHealth(this.admin).bindTo(registry);
		return registry.get(name).gauge().value();
	}

	@Test
	void showsTheNumberAndTheAgeOfUnsentMails() {
		queue("ada@example.com");
		queue("bo@example.com");
		this.clock.advance(Duration.ofMinutes(90));

		assertThat(of("howsmytrack.mails.queued")).isEqualTo(2);
		assertThat(of("howsmytrack.mails.oldest.age")).isEqualTo(5400);
	}

	@Test
	void showsMailsThatWereGivenUp() {
		queue("ada@example.com");
		this.database.update("UPDATE outgoing_mail SET state = 'GIVEN_UP', finished_at = created_at");

		assertThat(of("howsmytrack.mails.queued")).isZero();
		assertThat(of("howsmytrack.mails.oldest.age")).isZero();
		assertThat(of("howsmytrack.mails.given.up")).isOne();
	}

	@Test
	void staysUpWithAnOldBacklog() {
		queue("ada@example.com");
		this.clock.advance(Duration.ofDays(2));

		Health health = new MailBacklogHealth(this.admin).health();

		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).contains(entry("queued", 1L), entry("oldestAgeSeconds", 172_800L),
				entry("givenUp", 0L));
	}

	@Test
	void isUnknownIfTheBacklogCannotBeRead() {
		this.database.update("ALTER TABLE outgoing_mail RENAME TO outgoing_mail_hidden");
		try {
			assertThat(new MailBacklogHealth(this.admin).health().getStatus()).isEqualTo(Status.UNKNOWN);
		}
		finally {
			this.database.update("ALTER TABLE outgoing_mail_hidden RENAME TO outgoing_mail");
		}
	}

	@Test
	void countsSentMails() {
		double before = this.management.metric("howsmytrack_mails_total{outcome=\"sent\"}");
		queue("ada@example.com");
		queue("bo@example.com");

		this.mailbox.deliver();

		assertThat(this.management.metric("howsmytrack_mails_total{outcome=\"sent\"}") - before).isEqualTo(2);
	}

}
