package com.howsmytrack.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.howsmytrack.mail.FaultyMailServer.DROP_ANSWER;
import static com.howsmytrack.mail.FaultyMailServer.END_OF_DATA;
import static com.howsmytrack.mail.FaultyMailServer.PASS;
import static com.howsmytrack.mail.FaultyMailServer.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Mails are sent despite failures of the mail server, the database or the process. The mail server is a real one.
@WholeApplication
class MailRecoveryTests {

	@Autowired
	private MailScenario mails;

	@Autowired
	private MailSettings settings;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Test
	void sendsAllMailsOnceTheServerIsBack() throws IOException {
		this.mails.queue("ada", "bo");
		int closed;
		try (ServerSocket port = new ServerSocket(0)) {
			closed = port.getLocalPort();
		}
		this.mails.dispatcher(MailScenario.to(closed)).sendDue();

		assertThat(this.mails.queued()).isEqualTo(2);
		assertThat(this.database.list(String.class, "SELECT last_error FROM outgoing_mail ORDER BY id LIMIT 1"))
			.singleElement()
			.asString()
			.startsWith("No connection to the mail server");
		assertThat(this.mailbox.deliver()).as("only the first mail had been attempted").hasSize(1);
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.mailbox.deliver()).hasSize(2);
		assertThat(this.mails.queued()).isZero();
	}

	@Test
	void pausesWhileTheServerIsUnavailable() {
		this.mails.queue("ada");
		AtomicInteger attempts = new AtomicInteger();
		MailTransport unavailable = () -> new MailScenario.StubConnection((_) -> {
			attempts.incrementAndGet();
			throw new MailTransport.ServerUnavailableException("unavailable", new IOException());
		});
		MailDispatcher dispatcher = this.mails.dispatcher(unavailable);

		dispatcher.sendDue();
		this.mails.queue("bo");
		dispatcher.sendDue();
		assertThat(attempts).hasValue(1);
		this.clock.advance(Duration.ofSeconds(5));
		dispatcher.sendDue();
		assertThat(attempts).hasValue(2);
	}

	@Test
	void givesUpAPermanentlyRejectedRecipientAndSendsTheOthers() {
		this.mails.queue("ada", "rejected", "bo");

		this.mails.sendThrough((line) -> line.contains("rejected@") ? "550 5.1.1 No such person here" : PASS);

		assertThat(this.mails.recipients()).containsExactlyInAnyOrder("ada@example.com", "bo@example.com");
		assertThat(this.mails.queued()).isZero();
		assertThat(this.database.list(String.class, "SELECT recipient FROM outgoing_mail WHERE state = 'GIVEN_UP'"))
			.containsExactly("rejected@example.com");
		assertThat(this.database.single(String.class, "SELECT last_error FROM outgoing_mail WHERE state = 'GIVEN_UP'"))
			.contains("No such person here");
	}

	@Test
	void retriesATemporarilyRejectedRecipient() {
		this.mails.queue("busy", "ada");

		this.mails.sendThrough((line) -> line.contains("busy@") ? "450 4.2.1 Mailbox busy" : PASS);
		assertThat(this.mails.recipients()).containsExactly("ada@example.com");
		assertThat(this.mails.queued()).isEqualTo(1);

		this.clock.advance(Duration.ofSeconds(4));
		assertThat(this.mailbox.deliver()).hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void retriesAfterARejectedSender() {
		this.mails.queue("ada");

		this.mails.sendThrough((line) -> line.startsWith("MAIL FROM") ? "550 5.7.1 Relaying denied" : PASS);

		assertThat(this.mails.queued()).isEqualTo(1);
	}

	@Test
	void retriesARejectedMessage() {
		this.mails.queue("ada");

		this.mails.sendThrough((line) -> line.equals(END_OF_DATA) ? "554 5.7.1 Looks like spam" : PASS);

		assertThat(this.database.single(String.class, "SELECT last_error FROM outgoing_mail WHERE state = 'QUEUED'"))
			.contains("Looks like spam");
	}

	@Test
	void sendsAMailAgainUnderTheSameIdIfTheAnswerIsLost() {
		this.mails.queue("ada", "bo", "cy");
		AtomicInteger mails = new AtomicInteger();

		this.mails.sendThrough((line) -> line.equals(END_OF_DATA) && mails.incrementAndGet() == 2 ? DROP_ANSWER : PASS);
		assertThat(this.mails.recipients()).as("the next mail is sent over a new connection")
			.contains("ada@example.com", "cy@example.com");
		this.clock.advance(Duration.ofSeconds(5));
		this.mailbox.deliver();

		assertThat(this.mails.recipients()).containsExactlyInAnyOrder("ada@example.com", "bo@example.com",
				"bo@example.com", "cy@example.com");
		assertThat(this.mails.messageIds()).hasSize(3);
	}

	@Test
	void stopsWaitingForAServerThatDoesNotAnswer() {
		this.mails.queue("ada", "bo");

		try (FaultyMailServer server = new FaultyMailServer(Mailbox.port(),
				(line) -> line.contains("ada@") ? SILENCE : PASS)) {
			this.mails.dispatcher(MailScenario.to(server.port(), Duration.ofSeconds(3))).sendDue();
		}

		assertThat(this.mails.recipients()).containsExactly("bo@example.com");
		assertThat(this.mails.queued()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void sendsOneMailTwiceIfTheProcessIsKilledBeforeItIsMarkedAsSent() {
		this.mails.queueMany(5);
		MailTransport smtp = MailScenario.to(Mailbox.port());
		AtomicInteger sent = new AtomicInteger();
		MailTransport killing = () -> new MailScenario.StubConnection((message) -> {
			try (MailTransport.Connection connection = smtp.open()) {
				connection.send(message);
			}
			if (sent.incrementAndGet() == 3) {
				throw new Killed();
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> this.mails.dispatcher(killing).sendDue());
		assertThat(this.mailbox.deliver()).as("the killed process holds the others until its lease ends").hasSize(3);

		this.clock.advance(this.settings.lease());
		this.mailbox.deliver();

		assertThat(this.mails.recipients()).hasSize(6)
			.containsOnlyOnce("member1@example.com", "member2@example.com", "member4@example.com",
					"member5@example.com");
		assertThat(this.mails.messageIds()).hasSize(5);
		assertThat(this.mails.queued()).isZero();
	}

	@Test
	void retriesWithGrowingDelaysAndGivesUpAfterADay() {
		this.mails.queue("ada");
		MailDispatcher failing = this.mails.dispatcher(() -> new MailScenario.StubConnection((_) -> {
			throw new MessagingException("421 not now");
		}));
		Duration waited = Duration.ZERO;
		for (Duration delay : this.settings.retryDelays()) {
			failing.sendDue();
			failing.sendDue();
			assertThat(this.mails.queued()).isEqualTo(1);
			waited = waited.plus(delay);
			this.clock.advance(delay);
		}
		failing.sendDue();

		assertThat(waited).isBetween(Duration.ofHours(20), Duration.ofHours(30));
		assertThat(this.settings.retryDelays()).isSorted().first().isEqualTo(Duration.ofSeconds(5));
		assertThat(this.database.single(String.class, "SELECT state || failures FROM outgoing_mail"))
			.isEqualTo("GIVEN_UP11");
	}

	/// The update is retried after a second.
	@Test
	void retriesAnUpdateThatTheDatabaseFailed() {
		this.mails.queueMany(3);
		this.database.update("CREATE SEQUENCE failure_once");
		this.database.update("""
				CREATE FUNCTION failure_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
					IF nextval('failure_once') = 1 THEN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END IF;
					RETURN NEW;
				END $$""");
		this.database.update("CREATE TRIGGER failure_once BEFORE UPDATE OF failures ON outgoing_mail "
				+ "FOR EACH ROW EXECUTE FUNCTION failure_once()");
		try {
			AtomicInteger mails = new AtomicInteger();
			this.mails.dispatcher(() -> new MailScenario.StubConnection((_) -> {
				if (mails.incrementAndGet() == 1) {
					throw new IllegalStateException("a bug");
				}
			})).sendDue();
		}
		finally {
			this.database.update("DROP TRIGGER failure_once ON outgoing_mail");
			this.database.update("DROP FUNCTION failure_once");
			this.database.update("DROP SEQUENCE failure_once");
		}

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isEqualTo(2);
		assertThat(this.database.count("outgoing_mail WHERE state = 'QUEUED' AND failures = 1")).isEqualTo(1);
	}

	/// The mail server has accepted the mail: a failed update must not send it again.
	@Test
	void marksASentMailOnceTheDatabaseIsBack() {
		this.mails.queue("ada");
		MailTransport smtp = MailScenario.to(Mailbox.port());
		MailTransport failingUpdate = () -> new MailScenario.StubConnection((message) -> {
			try (MailTransport.Connection connection = smtp.open()) {
				connection.send(message);
			}
			this.database.update("ALTER TABLE outgoing_mail RENAME COLUMN finished_at TO hidden");
			Thread.startVirtualThread(
					() -> this.database.update("ALTER TABLE outgoing_mail RENAME COLUMN hidden TO finished_at"));
		});

		this.mails.dispatcher(failingUpdate).sendDue();

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isOne();
		assertThat(this.mails.recipients()).containsExactly("ada@example.com");
	}

	/// Has the effect of kill -9: no code after it runs.
	private static final class Killed extends Error {

	}

}
