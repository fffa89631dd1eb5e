package com.howsmytrack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/// Sends messages, one after the other, to a mail server or to a replacement for it.
interface MailTransport {

	/// Prepares to send messages over one connection. Connects when the first message is
	/// sent.
	Connection open();

	/// Not thread-safe.
	interface Connection extends AutoCloseable {

		/// Returns when the receiving side has accepted the message.
		/// @throws PermanentFailureException if a retry would not help
		/// @throws ServerUnavailableException if no message can be sent at the moment
		/// @throws MessagingException if this message can be retried later
		void send(MimeMessage message) throws MessagingException;

		@Override
		void close();

	}

	/// The mail server rejects the recipient permanently.
	sealed class PermanentFailureException extends MessagingException {

		PermanentFailureException(String message, Exception cause) {
			super(message, cause);
		}

	}

	/// The mail server rejects the recipient permanently because of the address, not of a
	/// policy or of the message.
	final class RecipientRefusedException extends PermanentFailureException {

		RecipientRefusedException(String message, Exception cause) {
			super(message, cause);
		}

	}

	/// The mail server cannot be reached or rejects the login.
	final class ServerUnavailableException extends MessagingException {

		ServerUnavailableException(String message, Exception cause) {
			super(message, cause);
		}

	}

}
