package com.howsmytrack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/// The way out of the house.
interface MailTransport {

	/// One walk with many letters, over one connection. Nothing is connected before the
	/// first letter.
	Delivery begin();

	/// Not for several threads.
	interface Delivery extends AutoCloseable {

		/// Returns when the letter has arrived at its next station.
		/// @throws RefusedForGoodException when trying again would not help
		/// @throws UnreachableException when no letter would get through now
		/// @throws MessagingException when this one did not, for now
		void carry(MimeMessage message) throws MessagingException;

		@Override
		void close();

	}

	/// The mail server does not take this letter, now or later.
	final class PermanentFailureException extends MessagingException {

		PermanentFailureException(String message, Exception cause) {
			super(message, cause);
		}

	}

	/// There is no connection to the mail server, or no right to use it.
	final class ServerUnavailableException extends MessagingException {

		ServerUnavailableException(String message, Exception cause) {
			super(message, cause);
		}

	}

}
