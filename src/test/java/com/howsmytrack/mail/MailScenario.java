package com.howsmytrack.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/// Queues mails, sends them with dispatchers of its own, and reads what arrived.
@TestComponent
@Lazy
public class MailScenario {

	static final MailKind EMAIL_CHANGED = MailKind.urgent("email-changed");

	static final Map<String, Object> FACTS = Map.of("oldAddress", true);

	private final Outbox outbox;

	private final MailQueue queue;

	private final MailTemplates templates;

	private final MessageComposer composer;

	private final MailSettings settings;

	private final RateLimiter rateLimiter;

	private final TransactionOperations transactions;

	private final Mailbox mailbox;

	private final Database database;

	private final AdjustableClock clock;

	MailScenario(Outbox outbox, MailQueue queue, MailTemplates templates, MessageComposer composer,
			MailSettings settings, RateLimiter rateLimiter, TransactionOperations transactions, Mailbox mailbox,
			Database database, AdjustableClock clock) {
		this.outbox = outbox;
		this.queue = queue;
		this.templates = templates;
		this.composer = composer;
		this.settings = settings;
		this.rateLimiter = rateLimiter;
		this.transactions = transactions;
		this.mailbox = mailbox;
		this.database = database;
		this.clock = clock;
	}

	void queue(String... names) {
		this.transactions.executeWithoutResult((_) -> {
			for (String name : names) {
				this.outbox.add(new Mail(EMAIL_CHANGED, null, name + "@example.com", FACTS));
			}
		});
	}

	void queueMany(int count) {
		queue(IntStream.rangeClosed(1, count).mapToObj((number) -> "member" + number).toArray(String[]::new));
	}

	MailDispatcher dispatcher(MailTransport transport) {
		return new MailDispatcher(this.queue, this.templates, this.composer, Optional.of(transport), this.settings,
				this.rateLimiter, this.clock);
	}

	static MailTransport to(int port) {
		return to(port, Duration.ofSeconds(10));
	}

	static MailTransport to(int port, Duration timeout) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		server.getJavaMailProperties().put("mail.smtp.timeout", Long.toString(timeout.toMillis()));
		return new SmtpTransport(server);
	}

	void sendThrough(Function<String, String> fault) {
		try (FaultyMailServer server = new FaultyMailServer(Mailbox.port(), fault)) {
			dispatcher(to(server.port())).sendDue();
		}
	}

	List<String> recipients() {
		return this.mailbox.received().stream().map(ReceivedMail::to).toList();
	}

	long queued() {
		return this.database.count("outgoing_mail WHERE state = 'QUEUED'");
	}

	Set<String> messageIds() {
		return this.mailbox.received().stream().map((mail) -> mail.header("Message-ID")).collect(Collectors.toSet());
	}

	static boolean send(MailDispatcher dispatcher) {
		dispatcher.sendDue();
		return true;
	}

	@FunctionalInterface
	interface Sender {

		void send(MimeMessage message) throws MessagingException;

	}

	/// A connection to a mail server that does what a test wants.
	record StubConnection(Sender sender) implements MailTransport.Connection {

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
