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

/// What happens to letters when something goes wrong on their way. The mail server is real.
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

	private void post(String... names) {
		this.transactions.executeWithoutResult((_) -> {
			for (String name : names) {
				this.outbox.add(new Mail(EMAIL_CHANGED, null, name + "@example.com", FACTS));
			}
		});
	}

	private void postMany(int count) {
		post(IntStream.rangeClosed(1, count).mapToObj((number) -> "member" + number).toArray(String[]::new));
	}

	private MailDispatcher dispatcher(MailTransport carrier) {
		return new MailDispatcher(this.queue, this.templates, this.composer, Optional.of(carrier), this.settings,
				this.rateLimiter, this.clock);
	}

	private static MailTransport to(int port) {
		return to(port, Duration.ofSeconds(10));
	}

	private static MailTransport to(int port, Duration patience) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		server.getJavaMailProperties().put("mail.smtp.timeout", Long.toString(patience.toMillis()));
		return new SmtpTransport(server);
	}

	private void sendThrough(Function<String, String> trouble) {
		try (FaultyMailServer server = new FaultyMailServer(Mailbox.port(), trouble)) {
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
	void everyLetterArrivesOnceTheServerIsBack() throws IOException {
		post("ada", "bo");
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
		assertThat(this.mailbox.deliver()).as("the first try failed for the one mail only").hasSize(1);
		this.clock.pass(Duration.ofSeconds(5));
		assertThat(this.mailbox.deliver()).hasSize(2);
		assertThat(queued()).isZero();
	}

	@Test
	void nobodyKnocksAllTheTimeAtADoorThatIsClosed() {
		post("ada");
		AtomicInteger knocks = new AtomicInteger();
		MailTransport closed = () -> new StubDelivery((_) -> {
			knocks.incrementAndGet();
			throw new MailTransport.ServerUnavailableException("closed", new IOException());
		});
		MailDispatcher dispatcher = dispatcher(closed);

		dispatcher.sendDue();
		post("bo");
		dispatcher.sendDue();
		assertThat(knocks).hasValue(1);
		this.clock.pass(Duration.ofSeconds(5));
		dispatcher.sendDue();
		assertThat(knocks).hasValue(2);
	}

	@Test
	void aRecipientWhoIsRefusedForGoodHoldsUpNobody() {
		post("ada", "refused", "bo");

		sendThrough((line) -> line.contains("refused@") ? "550 5.1.1 No such person here" : PASS);

		assertThat(recipients()).containsExactly("ada@example.com", "bo@example.com");
		assertThat(queued()).isZero();
		assertThat(this.database.list(String.class, "SELECT recipient FROM outgoing_mail WHERE state = 'GIVEN_UP'"))
			.containsExactly("refused@example.com");
		assertThat(this.database.single(String.class, "SELECT last_error FROM outgoing_mail WHERE state = 'GIVEN_UP'"))
			.contains("No such person here");
	}

	@Test
	void aRecipientWhoIsRefusedForNowGetsItLater() {
		post("busy", "ada");

		sendThrough((line) -> line.contains("busy@") ? "450 4.2.1 Mailbox busy" : PASS);
		assertThat(recipients()).containsExactly("ada@example.com");
		assertThat(queued()).isEqualTo(1);

		this.clock.pass(Duration.ofSeconds(4));
		assertThat(this.mailbox.deliver()).hasSize(1);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void aSenderWhoIsRefusedIsNoLettersFault() {
		post("ada");

		sendThrough((line) -> line.startsWith("MAIL FROM") ? "550 5.7.1 Relaying denied" : PASS);

		assertThat(queued()).isEqualTo(1);
	}

	@Test
	void aMessageThatIsRefusedIsTriedAgain() {
		post("ada");

		sendThrough((line) -> line.equals(END_OF_DATA) ? "554 5.7.1 Looks like spam" : PASS);

		assertThat(this.database.single(String.class, "SELECT last_error FROM outgoing_mail WHERE state = 'QUEUED'"))
			.contains("Looks like spam");
	}

	@Test
	void aLetterWhoseReceiptGotLostGoesOutAgainUnderTheSameId() {
		post("ada", "bo", "cy");
		AtomicInteger mails = new AtomicInteger();

		sendThrough((line) -> line.equals(END_OF_DATA) && mails.incrementAndGet() == 2 ? DROP_ANSWER : PASS);
		assertThat(recipients()).as("a new connection brings the next").contains("ada@example.com", "cy@example.com");
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
	void aServerThatDoesNotAnswerIsNotWaitedForForever() {
		post("ada", "bo");

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
	void aProcessKilledBetweenSendingAndNotingItSendsOneLetterTwice() {
		postMany(5);
		MailTransport mail = to(Mailbox.port());
		AtomicInteger sent = new AtomicInteger();
		MailTransport dying = () -> new StubDelivery((message) -> {
			try (MailTransport.Delivery delivery = mail.begin()) {
				delivery.carry(message);
			}
			if (sent.incrementAndGet() == 3) {
				throw new Killed();
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> dispatcher(dying).sendDue());
		assertThat(this.mailbox.deliver()).as("the others are the dead process's for a while").hasSize(3);

		this.clock.pass(this.settings.lease());
		this.mailbox.deliver();

		assertThat(recipients()).hasSize(6)
			.containsOnlyOnce("member1@example.com", "member2@example.com", "member4@example.com",
					"member5@example.com");
		assertThat(messageIds()).hasSize(5);
		assertThat(queued()).isZero();
	}

	@Test
	void twoDispatchersAtOnceSendEachLetterOnce() {
		postMany(40);
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
	void aBatchTakesOneConnection() {
		postMany(12);
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
	void waitsLongerAfterEachFailureAndGivesUpAfterADay() {
		post("ada");
		MailDispatcher failing = dispatcher(() -> new StubDelivery((_) -> {
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
	void aLetterThatCannotBeWrittenHoldsUpNobody() {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, created_at, due_at)
				VALUES ('email-changed', 'ada@example.com', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""");
		post("bo");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
		assertThat(queued()).isEqualTo(1);
	}

	@Test
	void aLetterOfANewerVersionWaitsForIt() {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, created_at, due_at)
				VALUES ('from-the-future', 'ada@example.com', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""");
		post("bo");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
		assertThat(this.database.single(Integer.class, "SELECT failures FROM outgoing_mail WHERE state = 'QUEUED'"))
			.isZero();
	}

	@Test
	void whoWaitsForALetterOvertakesTheNight() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "SELECT 'night' || number || '@example.com', '', now() FROM generate_series(1, 30) AS number");
		this.transactions.executeWithoutResult((_) -> this.outbox.addAll(this.templates.kind("new-group"), """
				mail (account_id, recipient, facts) AS (
					SELECT id, email, jsonb_build_object('groupId', 1, 'groupName', 'One', 'trackless', false)
					FROM account)""", Map.of()));
		post("urgent");

		assertThat(this.mailbox.deliver().getFirst().to()).isEqualTo("urgent@example.com");
	}

	@Test
	void lettersLeaveNoFasterThanTheirPaceOverAllDispatchersTogether() {
		postMany(120);

		assertThat(this.mailbox.deliver()).hasSize(50);
		dispatcher(to(Mailbox.port())).sendDue();
		assertThat(this.mailbox.received()).hasSize(50);
		this.clock.pass(Duration.ofMillis(500));
		assertThat(this.mailbox.deliver()).hasSize(75);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.mailbox.deliver()).hasSize(120);
	}

	@Test
	void whatTheDispatcherDoesNotGetToIsLeftToOthersWhenItStops() {
		postMany(5);
		MailDispatcher[] stopping = new MailDispatcher[1];
		stopping[0] = dispatcher(() -> new StubDelivery((_) -> stopping[0].stop()));

		stopping[0].sendDue();

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isEqualTo(1);
		assertThat(this.mailbox.deliver()).hasSize(4);
	}

	/// Noting is tried again after a second.
	@Test
	void aDatabaseThatHiccupsHoldsUpNoLetterButForAMoment() {
		postMany(3);
		this.database.update("CREATE SEQUENCE hiccup");
		this.database.update("""
				CREATE FUNCTION hiccup() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
					IF nextval('hiccup') = 1 THEN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END IF;
					RETURN NEW;
				END $$""");
		this.database.update("CREATE TRIGGER hiccup BEFORE UPDATE OF failures ON outgoing_mail "
				+ "FOR EACH ROW EXECUTE FUNCTION hiccup()");
		try {
			AtomicInteger mails = new AtomicInteger();
			dispatcher(() -> new StubDelivery((_) -> {
				if (mails.incrementAndGet() == 1) {
					throw new IllegalStateException("a bug");
				}
			})).sendDue();
		}
		finally {
			this.database.update("DROP TRIGGER hiccup ON outgoing_mail");
			this.database.update("DROP FUNCTION hiccup");
			this.database.update("DROP SEQUENCE hiccup");
		}

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isEqualTo(2);
		assertThat(this.database.count("outgoing_mail WHERE state = 'QUEUED' AND failures = 1")).isEqualTo(1);
	}

	@Test
	void aLetterThatIsGivenUpGoesWithTheAccountItTurnedOutToBeAbout() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "VALUES ('ada@example.com', '', '2026-03-01')");
		this.transactions.executeWithoutResult((_) -> this.outbox
			.add(new Mail(this.templates.kind("password-reset"), null, "ada@example.com", Map.of())));
		dispatcher(() -> new StubDelivery((_) -> {
			throw new MailTransport.PermanentFailureException("nobody here", new MessagingException());
		})).sendDue();
		assertThat(this.database.count("outgoing_mail WHERE state = 'GIVEN_UP'")).isEqualTo(1);

		this.database.update("DELETE FROM account");

		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void lettersThatWereGivenUpAreForgottenAfterAMonthToo() {
		post("ada");
		dispatcher(() -> new StubDelivery((_) -> {
			throw new MailTransport.PermanentFailureException("nobody here", new MessagingException());
		})).sendDue();
		this.clock.pass(Duration.ofDays(30).plusSeconds(1));

		dispatcher(to(Mailbox.port())).removeOld();

		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void lettersThatWereSentAreForgottenAfterAMonth() {
		post("ada");
		this.mailbox.deliver();
		this.clock.pass(Duration.ofDays(30));
		MailDispatcher dispatcher = dispatcher(to(Mailbox.port()));

		dispatcher.removeOld();
		assertThat(this.database.count("outgoing_mail")).isEqualTo(1);
		this.clock.pass(Duration.ofSeconds(1));
		dispatcher.removeOld();
		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void aLetterOfATransactionThatFailsWasNeverPosted() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.transactions.executeWithoutResult((_) -> {
				this.outbox.add(new Mail(EMAIL_CHANGED, null, "ada@example.com", FACTS));
				throw new IllegalStateException("rolled back");
			}));

		assertThat(this.mailbox.deliver()).isEmpty();
	}

	@Test
	void postingNeedsATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.add(new Mail(EMAIL_CHANGED, null, "ada@example.com", FACTS)));
	}

	@Test
	void nothingIsSentWithinATransaction() {
		post("ada");
		List<Boolean> inTransaction = new ArrayList<>();

		dispatcher(() -> new StubDelivery(
				(_) -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive())))
			.sendDue();

		assertThat(inTransaction).containsExactly(false);
	}

	@Test
	void nobodyBreaksOutOfAHeader() {
		post("ada@example.com>\r\nBcc: <eve");

		assertThat(this.mailbox.deliver()).isEmpty();
		assertThat(queued()).isEqualTo(1);
	}

	/// The letter is with the mail server: that it could not be noted is no reason to
	/// send it again at once.
	@Test
	void aLetterThatWasSentAndCouldNotBeNotedIsNotedAsSoonAsItCan() {
		post("ada");
		MailTransport mail = to(Mailbox.port());
		MailTransport locking = () -> new StubDelivery((message) -> {
			try (MailTransport.Delivery delivery = mail.begin()) {
				delivery.carry(message);
			}
			this.database.update("ALTER TABLE outgoing_mail RENAME COLUMN finished_at TO hidden");
			Thread.startVirtualThread(
					() -> this.database.update("ALTER TABLE outgoing_mail RENAME COLUMN hidden TO finished_at"));
		});

		dispatcher(locking).sendDue();

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isOne();
		assertThat(recipients()).containsExactly("ada@example.com");
	}

	/// As good as kill -9: nothing after it runs.
	private static final class Killed extends Error {

	}

	private interface Carrying {

		void carry(MimeMessage message) throws MessagingException;

	}

	private record StubDelivery(Carrying carrying) implements MailTransport.Delivery {

		@Override
		public void carry(MimeMessage message) throws MessagingException {
			this.carrying.carry(message);
		}

		@Override
		public void close() {
			// nothing is open
		}

	}

}
