package com.howsmytrack.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static com.howsmytrack.mail.FaultyMailServer.DROP_ANSWER;
import static com.howsmytrack.mail.FaultyMailServer.END_OF_DATA;
import static com.howsmytrack.mail.FaultyMailServer.PASS;
import static com.howsmytrack.mail.FaultyMailServer.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Mails are sent despite failures of the mail server, the database or the process. The mail server is a real one.
@WholeApplication
class MailRecoveryTests {

	private static final MailKind EMAIL_CHANGED = MailKind.urgent("email-changed");

	private static final Map<String, Object> FACTS = Map.of("oldAddress", true);

	@Autowired
	private Outbox outbox;

	@Autowired
	private MailQueue queue;

	@Autowired
	private MailTemplates templates;

	@Autowired
	private MessageComposer composer;

	@Autowired
	private MailSettings settings;

	@Autowired
	private RateLimiter rateLimiter;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private void queue(String... names) {
		this.transactions.executeWithoutResult((_) -> {
			for (String name : names) {
				this.outbox.add(new Mail(EMAIL_CHANGED, null, name + "@example.com", FACTS));
			}
		});
	}

	private void queueMany(int count) {
		queue(IntStream.rangeClosed(1, count).mapToObj((number) -> "member" + number).toArray(String[]::new));
	}

	private MailDispatcher dispatcher(MailTransport transport) {
		return new MailDispatcher(this.queue, this.templates, this.composer, Optional.of(transport), this.settings,
				this.rateLimiter, this.clock);
	}

	private static MailTransport to(int port) {
		return to(port, Duration.ofSeconds(10));
	}

	private static MailTransport to(int port, Duration timeout) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		server.getJavaMailProperties().put("mail.smtp.timeout", Long.toString(timeout.toMillis()));
		return new SmtpTransport(server);
	}

	private void sendThrough(Function<String, String> fault) {
		try (FaultyMailServer server = new FaultyMailServer(Mailbox.port(), fault)) {
			dispatcher(to(server.port())).sendDue();
		}
	}

	private List<String> recipients() {
		return this.mailbox.received().stream().map(ReceivedMail::to).toList();
	}

	private long queued() {
		return this.database.count("outgoing_mail WHERE state = 'QUEUED'");
	}

	@Test
	void sendsAllMailsOnceTheServerIsBack() throws IOException {
		queue("ada", "bo");
		int closed;
		try (ServerSocket port = new ServerSocket(0)) {
			closed = port.getLocalPort();
		}
		dispatcher(to(closed)).sendDue();

		assertThat(queued()).isEqualTo(2);
		assertThat(this.database.list(String.class, "SELECT last_error FROM outgoing_mail ORDER BY id LIMIT 1"))
			.singleElement()
			.asString()
			.startsWith("No connection to the mail server");
		assertThat(this.mailbox.deliver()).as("only the first mail had been attempted").hasSize(1);
		this.clock.pass(Duration.ofSeconds(5));
		assertThat(this.mailbox.deliver()).hasSize(2);
		assertThat(queued()).isZero();
	}

	@Test
	void pausesWhileTheServerIsUnavailable() {
		queue("ada");
		AtomicInteger attempts = new AtomicInteger();
		MailTransport unavailable = () -> new StubConnection((_) -> {
			attempts.incrementAndGet();
			throw new MailTransport.ServerUnavailableException("unavailable", new IOException());
		});
		MailDispatcher dispatcher = dispatcher(unavailable);

		dispatcher.sendDue();
		queue("bo");
		dispatcher.sendDue();
		assertThat(attempts).hasValue(1);
		this.clock.pass(Duration.ofSeconds(5));
		dispatcher.sendDue();
		assertThat(attempts).hasValue(2);
	}

	@Test
	void givesUpAPermanentlyRejectedRecipientAndSendsTheOthers() {
		queue("ada", "rejected", "bo");

		sendThrough((line) -> line.contains("rejected@") ? "550 5.1.1 No such person here" : PASS);

		assertThat(recipients()).containsExactly("ada@example.com", "bo@example.com");
		assertThat(queued()).isZero();
		assertThat(this.database.list(String.class, "SELECT recipient FROM outgoing_mail WHERE state = 'GIVEN_UP'"))
			.containsExactly("rejected@example.com");
		assertThat(this.database.single(String.class, "SELECT last_error FROM outgoing_mail WHERE state = 'GIVEN_UP'"))
			.contains("No such person here");
	}

	@Test
	void retriesATemporarilyRejectedRecipient() {
		queue("busy", "ada");

		sendThrough((line) -> line.contains("busy@") ? "450 4.2.1 Mailbox busy" : PASS);
		assertThat(recipients()).containsExactly("ada@example.com");
		assertThat(queued()).isEqualTo(1);

		this.clock.pass(Duration.ofSeconds(4));
		assertThat(this.mailbox.deliver()).hasSize(1);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void retriesAfterARejectedSender() {
		queue("ada");

		sendThrough((line) -> line.startsWith("MAIL FROM") ? "550 5.7.1 Relaying denied" : PASS);

		assertThat(queued()).isEqualTo(1);
	}

	@Test
	void retriesARejectedMessage() {
		queue("ada");

		sendThrough((line) -> line.equals(END_OF_DATA) ? "554 5.7.1 Looks like spam" : PASS);

		assertThat(this.database.single(String.class, "SELECT last_error FROM outgoing_mail WHERE state = 'QUEUED'"))
			.contains("Looks like spam");
	}

	@Test
	void sendsAMailAgainUnderTheSameIdIfTheAnswerIsLost() {
		queue("ada", "bo", "cy");
		AtomicInteger mails = new AtomicInteger();

		sendThrough((line) -> line.equals(END_OF_DATA) && mails.incrementAndGet() == 2 ? DROP_ANSWER : PASS);
		assertThat(recipients()).as("the next mail is sent over a new connection")
			.contains("ada@example.com", "cy@example.com");
		this.clock.pass(Duration.ofSeconds(5));
		this.mailbox.deliver();

		assertThat(recipients()).containsExactlyInAnyOrder("ada@example.com", "bo@example.com", "bo@example.com",
				"cy@example.com");
		assertThat(messageIds()).hasSize(3);
	}

	private Set<String> messageIds() {
		return this.mailbox.received().stream().map((mail) -> mail.header("Message-ID")).collect(Collectors.toSet());
	}

	@Test
	void stopsWaitingForAServerThatDoesNotAnswer() {
		queue("ada", "bo");

		try (FaultyMailServer server = new FaultyMailServer(Mailbox.port(),
				(line) -> line.contains("ada@") ? SILENCE : PASS)) {
			dispatcher(to(server.port(), Duration.ofSeconds(3))).sendDue();
		}

		assertThat(recipients()).containsExactly("bo@example.com");
		assertThat(queued()).isEqualTo(1);
		this.clock.pass(Duration.ofSeconds(5));
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void sendsOneMailTwiceIfTheProcessIsKilledBeforeItIsMarkedAsSent() {
		queueMany(5);
		MailTransport smtp = to(Mailbox.port());
		AtomicInteger sent = new AtomicInteger();
		MailTransport killing = () -> new StubConnection((message) -> {
			try (MailTransport.Connection connection = smtp.open()) {
				connection.send(message);
			}
			if (sent.incrementAndGet() == 3) {
				throw new Killed();
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> dispatcher(killing).sendDue());
		assertThat(this.mailbox.deliver()).as("the killed process holds the others until its lease ends").hasSize(3);

		this.clock.pass(this.settings.lease());
		this.mailbox.deliver();

		assertThat(recipients()).hasSize(6)
			.containsOnlyOnce("member1@example.com", "member2@example.com", "member4@example.com",
					"member5@example.com");
		assertThat(messageIds()).hasSize(5);
		assertThat(queued()).isZero();
	}

	@Test
	void sendsEachMailOnceWithTwoDispatchers() {
		queueMany(40);
		MailDispatcher one = dispatcher(to(Mailbox.port()));
		MailDispatcher other = dispatcher(to(Mailbox.port()));
		List<Callable<Boolean>> both = List.of(() -> send(one), () -> send(other));

		Races.onTable("outgoing_mail", both);

		assertThat(recipients()).hasSize(40).doesNotHaveDuplicates();
		assertThat(queued()).isZero();
	}

	private static boolean send(MailDispatcher dispatcher) {
		dispatcher.sendDue();
		return true;
	}

	@Test
	void sendsABatchOverOneConnection() {
		queueMany(12);
		AtomicInteger greetings = new AtomicInteger();

		sendThrough((line) -> {
			if (line.startsWith("EHLO")) {
				greetings.incrementAndGet();
			}
			return PASS;
		});

		assertThat(recipients()).hasSize(12);
		assertThat(greetings).hasValue(1);
	}

	@Test
	void retriesWithGrowingDelaysAndGivesUpAfterADay() {
		queue("ada");
		MailDispatcher failing = dispatcher(() -> new StubConnection((_) -> {
			throw new MessagingException("421 not now");
		}));
		Duration waited = Duration.ZERO;
		for (Duration delay : this.settings.retryDelays()) {
			failing.sendDue();
			failing.sendDue();
			assertThat(queued()).isEqualTo(1);
			waited = waited.plus(delay);
			this.clock.pass(delay);
		}
		failing.sendDue();

		assertThat(waited).isBetween(Duration.ofHours(20), Duration.ofHours(30));
		assertThat(this.settings.retryDelays()).isSorted().first().isEqualTo(Duration.ofSeconds(5));
		assertThat(this.database.single(String.class, "SELECT state || failures FROM outgoing_mail"))
			.isEqualTo("GIVEN_UP11");
	}

	@Test
	void sendsOtherMailsIfTheContentOfOneCannotBeCreated() {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, created_at, due_at)
				VALUES ('email-changed', 'ada@example.com', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""");
		queue("bo");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
		assertThat(queued()).isEqualTo(1);
	}

	@Test
	void leavesAMailOfAnUnknownKindToANewerVersion() {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, created_at, due_at)
				VALUES ('added-later', 'ada@example.com', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""");
		queue("bo");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
		assertThat(this.database.single(Integer.class, "SELECT failures FROM outgoing_mail WHERE state = 'QUEUED'"))
			.isZero();
	}

	@Test
	void sendsUrgentMailsFirst() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "SELECT 'member' || number || '@example.com', '', now() FROM generate_series(1, 30) AS number");
		this.transactions.executeWithoutResult((_) -> this.outbox.addAll(this.templates.kind("new-group"), """
				mail (account_id, recipient, facts) AS (
					SELECT id, email, jsonb_build_object('groupId', 1, 'groupName', 'One', 'trackless', false)
					FROM account)""", Map.of()));
		queue("urgent");
		List<String> sent = new ArrayList<>();

		dispatcher(() -> new StubConnection((message) -> sent.add(message.getAllRecipients()[0].toString()))).sendDue();

		assertThat(sent).hasSize(31);
		assertThat(sent.getFirst()).isEqualTo("urgent@example.com");
	}

	@Test
	void limitsTheRateOverAllDispatchers() {
		queueMany(120);

		assertThat(this.mailbox.deliver()).hasSize(50);
		dispatcher(to(Mailbox.port())).sendDue();
		assertThat(this.mailbox.received()).hasSize(50);
		this.clock.pass(Duration.ofMillis(500));
		assertThat(this.mailbox.deliver()).hasSize(75);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.mailbox.deliver()).hasSize(120);
	}

	@Test
	void releasesTheRestOfTheBatchWhenItStops() {
		queueMany(5);
		MailDispatcher[] stopping = new MailDispatcher[1];
		stopping[0] = dispatcher(() -> new StubConnection((_) -> stopping[0].stop()));

		stopping[0].sendDue();

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isEqualTo(1);
		assertThat(this.mailbox.deliver()).hasSize(4);
	}

	/// The update is retried after a second.
	@Test
	void retriesAnUpdateThatTheDatabaseFailed() {
		queueMany(3);
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
			dispatcher(() -> new StubConnection((_) -> {
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

	@Test
	void storesTheAccountOfAMailThatIsGivenUp() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "VALUES ('ada@example.com', '', '2026-03-01')");
		this.transactions.executeWithoutResult((_) -> this.outbox
			.add(new Mail(this.templates.kind("password-reset"), null, "ada@example.com", Map.of())));
		dispatcher(() -> new StubConnection((_) -> {
			throw new MailTransport.PermanentFailureException("no such mailbox", new MessagingException());
		})).sendDue();
		assertThat(this.database.count("outgoing_mail WHERE state = 'GIVEN_UP'")).isEqualTo(1);

		this.database.update("DELETE FROM account");

		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	/// The address of a deleted account must not stay.
	@Test
	void deletesAMailWhoseAccountIsDeletedWhileItIsSent() {
		for (boolean accepted : new boolean[] { true, false }) {
			this.database.update("INSERT INTO account (email, password_hash, created_at) "
					+ "VALUES ('ada@example.com', '', '2026-03-01')");
			this.transactions.executeWithoutResult((_) -> this.outbox
				.add(new Mail(this.templates.kind("password-reset"), null, "ada@example.com", Map.of())));

			dispatcher(() -> new StubConnection((_) -> {
				this.database.update("DELETE FROM account");
				if (!accepted) {
					throw new MailTransport.PermanentFailureException("no such mailbox", new MessagingException());
				}
			})).sendDue();

			assertThat(this.database.count("outgoing_mail")).isZero();
		}
	}

	@Test
	void deletesGivenUpMailsAfterAMonth() {
		queue("ada");
		dispatcher(() -> new StubConnection((_) -> {
			throw new MailTransport.PermanentFailureException("no such mailbox", new MessagingException());
		})).sendDue();
		this.clock.pass(Duration.ofDays(30).plusSeconds(1));

		dispatcher(to(Mailbox.port())).deleteOld();

		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void deletesSentMailsAfterAMonth() {
		queue("ada");
		this.mailbox.deliver();
		this.clock.pass(Duration.ofDays(30));
		MailDispatcher dispatcher = dispatcher(to(Mailbox.port()));

		dispatcher.deleteOld();
		assertThat(this.database.count("outgoing_mail")).isEqualTo(1);
		this.clock.pass(Duration.ofSeconds(1));
		dispatcher.deleteOld();
		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void queuesNothingIfTheTransactionIsRolledBack() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.transactions.executeWithoutResult((_) -> {
				this.outbox.add(new Mail(EMAIL_CHANGED, null, "ada@example.com", FACTS));
				throw new IllegalStateException("rolled back");
			}));

		assertThat(this.mailbox.deliver()).isEmpty();
	}

	@Test
	void queuesOnlyInATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.add(new Mail(EMAIL_CHANGED, null, "ada@example.com", FACTS)));
	}

	@Test
	void sendsOutsideOfTransactions() {
		queue("ada");
		List<Boolean> inTransaction = new ArrayList<>();

		dispatcher(() -> new StubConnection(
				(_) -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive())))
			.sendDue();

		assertThat(inTransaction).containsExactly(false);
	}

	@Test
	void rejectsAnAddressThatInjectsAHeader() {
		queue("ada@example.com>\r\nBcc: <eve");

		assertThat(this.mailbox.deliver()).isEmpty();
		assertThat(queued()).isEqualTo(1);
	}

	/// The mail server has accepted the mail: a failed update must not send it again.
	@Test
	void marksASentMailOnceTheDatabaseIsBack() {
		queue("ada");
		MailTransport smtp = to(Mailbox.port());
		MailTransport failingUpdate = () -> new StubConnection((message) -> {
			try (MailTransport.Connection connection = smtp.open()) {
				connection.send(message);
			}
			this.database.update("ALTER TABLE outgoing_mail RENAME COLUMN finished_at TO hidden");
			Thread.startVirtualThread(
					() -> this.database.update("ALTER TABLE outgoing_mail RENAME COLUMN hidden TO finished_at"));
		});

		dispatcher(failingUpdate).sendDue();

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isOne();
		assertThat(recipients()).containsExactly("ada@example.com");
	}

	/// Has the effect of kill -9: no code after it runs.
	private static final class Killed extends Error {

	}

	private interface Sender {

		void send(MimeMessage message) throws MessagingException;

	}

	private record StubConnection(Sender sender) implements MailTransport.Connection {

		@Override
		public void send(MimeMessage message) throws MessagingException {
			this.sender.send(message);
		}

		@Override
		public void close() {
			// nothing is open
		}

	}

}
