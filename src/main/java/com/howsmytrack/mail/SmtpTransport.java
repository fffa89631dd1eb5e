package com.howsmytrack.mail;

import java.util.Objects;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Sends mails to the SMTP server of the settings.
///
/// Does not call the send method of Spring's `JavaMailSender`, because that reports the result of a batch only after
/// the last message. Here the result of each message is known before the next one is sent.
class SmtpTransport implements MailTransport {

	private static final Logger logger = LoggerFactory.getLogger(SmtpTransport.class);

	private final JavaMailSenderImpl server;

	SmtpTransport(JavaMailSenderImpl server) {
		this.server = server;
	}

	@Override
	public Connection open() {
		return new SmtpConnection();
	}

	private Transport connect() throws MessagingException {
		Transport transport = this.server.getSession()
			.getTransport(Objects.requireNonNullElse(this.server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL));
		try {
			transport.connect(this.server.getHost(), this.server.getPort(), this.server.getUsername(),
					this.server.getPassword());
			return transport;
		}
		catch (MessagingException failed) {
			throw new ServerUnavailableException("No connection to the mail server: " + description(failed), failed);
		}
	}

	/// Only a rejected recipient (5xx) is permanent. A rejected sender or message can be
	/// the result of a wrong setting, and then the server rejects all mails until an
	/// operator corrects it.
	private static Optional<RecipientRejection> permanentRejection(MessagingException failure) {
		for (Exception cause = failure; cause instanceof MessagingException chained; cause = chained
			.getNextException()) {
			if (cause instanceof SMTPAddressFailedException address) {
				return Optional
					.of(new RecipientRejection(address.getReturnCode(), String.valueOf(address.getMessage())))
					.filter(RecipientRejection::isPermanent);
			}
		}
		return Optional.empty();
	}

	/// The nested exception contains the answer of the server.
	private static String description(MessagingException failure) {
		String message = String.valueOf(failure.getMessage()).strip();
		return (failure.getNextException() instanceof MessagingException next && next.getMessage() != null)
				? message + ": " + next.getMessage().strip() : message;
	}

	private final class SmtpConnection implements Connection {

		private @Nullable Transport transport;

		@Override
		public void send(MimeMessage message) throws MessagingException {
			Transport connected = (this.transport != null) ? this.transport : connect();
			this.transport = connected;
			Address[] recipients = message.getAllRecipients();
			try {
				connected.sendMessage(message, recipients);
			}
			catch (MessagingException failed) {
				// After a failure the state of the SMTP dialogue is unknown: the next
				// message needs a new connection.
				close();
				Optional<RecipientRejection> rejection = permanentRejection(failed);
				if (rejection.filter(RecipientRejection::isAboutAddress).isPresent()) {
					throw new RecipientRefusedException(description(failed), failed);
				}
				if (rejection.isPresent()) {
					throw new PermanentFailureException(description(failed), failed);
				}
				throw new MessagingException(description(failed), failed);
			}
		}

		@Override
		public void close() {
			Transport connected = this.transport;
			this.transport = null;
			if (connected != null) {
				try {
					connected.close();
				}
				catch (MessagingException broken) {
					logger.debug("The connection to the mail server was already broken", broken);
				}
			}
		}

	}

}
