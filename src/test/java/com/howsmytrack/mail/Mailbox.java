package com.howsmytrack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// The mails that the application has sent. They are received by a real mail server, GreenMail.
@Component
@Lazy
public class Mailbox {

	static final GreenMail SERVER = start();

	private final MailDispatcher dispatcher;

	Mailbox(MailDispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	private static GreenMail start() {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return server;
	}

	public static int port() {
		return SERVER.getSmtp().getPort();
	}

	/// Deletes all mails.
	public static void empty() {
		try {
			SERVER.purgeEmailFromAllMailboxes();
		}
		catch (FolderException failed) {
			throw new IllegalStateException(failed);
		}
	}

	/// Sends the mails that are due.
	/// @return all mails that were received since the test began; those of one recipient
	/// in the order of arrival
	public List<ReceivedMail> deliver() {
		this.dispatcher.sendDue();
		return received();
	}

	/// Sends the mails that are due.
	/// @return the recipients of all mails with the subject
	public List<String> recipientsOf(String subject) {
		return deliver().stream().filter((mail) -> mail.subject().equals(subject)).map(ReceivedMail::to).toList();
	}

	/// Sends the mails that are due.
	/// @return the first mail to the address
	public ReceivedMail mailTo(String address) {
		return deliver().stream().filter((mail) -> mail.to().equals(address)).findFirst().orElseThrow();
	}

	public List<ReceivedMail> received() {
		return Arrays.stream(SERVER.getReceivedMessages()).map(Mailbox::read).toList();
	}

	private static ReceivedMail read(MimeMessage message) {
		try {
			MimeMultipart parts = (MimeMultipart) message.getContent();
			return new ReceivedMail(message, message.getAllRecipients()[0].toString(), message.getSubject(),
					content(parts.getBodyPart(0)), content(parts.getBodyPart(1)));
		}
		catch (MessagingException | IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static String content(BodyPart part) throws MessagingException, IOException {
		return part.getContent().toString().replace("\r\n", "\n");
	}

	/// @param to the only recipient
	/// @param text the plain part
	/// @param html the HTML part
	public record ReceivedMail(MimeMessage message, String to, String subject, String text, String html) {

		/// Empty if the mail has no such header.
		public String header(String name) {
			try {
				String[] values = this.message.getHeader(name);
				return (values != null) ? String.join("\n", values) : "";
			}
			catch (MessagingException failed) {
				throw new IllegalStateException(failed);
			}
		}

		/// The first URL in the text part.
		public String firstLink() {
			return this.text.lines()
				.filter((line) -> line.startsWith("http"))
				.findFirst()
				.orElseThrow(() -> new UncheckedIOException(new IOException("No link in " + this.text)));
		}

	}

}
