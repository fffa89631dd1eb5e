package com.howsmytrack.mail;

import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Renders a mail as a MIME message: a text part and an HTML part with the same content, and the headers by which mail
/// programs recognize duplicates and offer to unsubscribe.
@Component
class MessageComposer {

	/// Has no server, because the transport that sends the message has the server.
	private static final Session NO_SESSION = Session.getInstance(new Properties());

	private final ITemplateEngine templates;

	private final InternetAddress from;

	MessageComposer(ITemplateEngine templates, InternetAddress mailFrom) {
		this.templates = templates;
		this.from = mailFrom;
	}

	MimeMessage compose(OutgoingMail mail, MailContent content) throws MessagingException {
		MimeMessage message = new IdentifiedMessage("<%s@%s>".formatted(mail.messageId(), domain()));
		message.setFrom(this.from);
		message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(content.recipient(), true));
		message.setSubject(content.subject(), UTF_8.name());
		message.setSentDate(Date.from(mail.createdAt()));
		// Prevents automatic replies such as absence notices (RFC 3834).
		message.setHeader("Auto-Submitted", "auto-generated");
		if (mail.request().kind().isOptional()) {
			message.setHeader("List-ID", listId(mail.request().kind()));
		}
		if (content.unsubscribe() != null) {
			message.setHeader("List-Unsubscribe", "<%s>".formatted(content.unsubscribe()));
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		message.setContent(alternatives(content));
		message.saveChanges();
		return message;
	}

	/// One list for each kind of mail that members can switch off, so that mail programs
	/// can filter by it (RFC 2919). The id must stay the same: filters compare it.
	private String listId(MailKind kind) {
		return "\"%s\" <%s.%s>".formatted(kind.description(), kind.name(), domain());
	}

	private MimeMultipart alternatives(MailContent content) throws MessagingException {
		Map<String, Object> model = new HashMap<>(content.model());
		// Members read their address as they typed it; only the header needs ASCII.
		model.put("recipient", DomainName.addressToUnicode(content.recipient()));
		model.put("subject", content.subject());
		model.put("unsubscribe", content.unsubscribe());
		Context context = new Context(Locale.ENGLISH, model);
		String template = "mails/" + content.template();
		MimeBodyPart text = new MimeBodyPart();
		text.setText(withCrlf(this.templates.process(template + ".txt", context)), UTF_8.name());
		MimeBodyPart html = new MimeBodyPart();
		html.setText(withCrlf(this.templates.process(template, context)), UTF_8.name(), "html");
		return new MimeMultipart("alternative", text, html);
	}

	/// The line ending of the mail format, which the files of [FolderTransport] need too.
	private static String withCrlf(String text) {
		return text.replace("\r\n", "\n").replace("\n", "\r\n");
	}

	private String domain() {
		String address = this.from.getAddress();
		return address.substring(address.indexOf('@') + 1);
	}

	/// Keeps the Message-ID, which `MimeMessage` would replace by a new one when it is
	/// saved.
	private static final class IdentifiedMessage extends MimeMessage {

		private final String id;

		IdentifiedMessage(String id) {
			super(NO_SESSION);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
