package com.howsmytrack.mail;

import java.util.Objects;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Carries letters to the mail server of the settings. Spring's own sender would tell of a whole batch only when
/// it is over; here each letter is known to be sent before the next begins.
class SmtpTransport implements MailTransport {

	private static final Logger logger = LoggerFactory.getLogger(SmtpTransport.class);

	private final JavaMailSenderImpl server;

	SmtpTransport(JavaMailSenderImpl server) {
		this.server = server;
	}

	@Override
	public Delivery begin() {
		return new SmtpDelivery();
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
			throw new ServerUnavailableException("No connection to the mail server: " + inWords(failed), failed);
		}
	}

	/// Permanent is a refusal of the recipient alone (5xx). What else is refused, the
	/// sender or the message, may be a matter of settings, and every letter of a night
	/// would meet it.
	private static boolean isForGood(MessagingException failure) {
		for (Exception cause = failure; cause instanceof MessagingException chained; cause = chained
			.getNextException()) {
			if (cause instanceof SMTPAddressFailedException address) {
				return isPermanent(address.getReturnCode());
			}
		}
		return false;
	}

	private static boolean isPermanent(int returnCode) {
		return returnCode >= 500 && returnCode < 600;
	}

	/// The innermost message is the server's own.
	private static String inWords(MessagingException failure) {
		String words = String.valueOf(failure.getMessage()).strip();
		return (failure.getNextException() instanceof MessagingException next && next.getMessage() != null)
				? words + ": " + next.getMessage().strip() : words;
	}

	private final class SmtpDelivery implements Delivery {

		private @Nullable Transport transport;

		@Override
		public void carry(MimeMessage message) throws MessagingException {
			Transport connected = (this.transport != null) ? this.transport : connect();
			this.transport = connected;
			Address[] recipients = message.getAllRecipients();
			try {
				connected.sendMessage(message, recipients);
			}
			catch (MessagingException failed) {
				// After a failure nobody knows how far the conversation got: the next
				// letter begins a new one.
				close();
				if (isForGood(failed)) {
					throw new PermanentFailureException(inWords(failed), failed);
				}
				throw new MessagingException(inWords(failed), failed);
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
					logger.debug("The connection to the mail server was broken already", broken);
				}
			}
		}

	}

}
