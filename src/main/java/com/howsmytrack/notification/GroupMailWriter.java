package com.howsmytrack.notification;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.MailRecipient;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Writes mails to a member about one of the member's groups. The facts of such a mail are `groupId`, `groupName`
/// and `trackless`. The member's preference and address are read when the mail is sent, not when it is queued.
@Component
class GroupMailWriter {

	private final PublicAddresses addresses;

	private final MailRecipients recipients;

	GroupMailWriter(PublicAddresses addresses, MailRecipients recipients) {
		this.addresses = addresses;
		this.recipients = recipients;
	}

	/// Empty if the member has switched mails of this kind off, or cannot receive mail.
	Optional<MailContent> write(Mail mail, String subject) {
		return this.recipients.of(mail.kind(), Objects.requireNonNull(mail.account()))
			.map((recipient) -> write(mail, subject, recipient));
	}

	private MailContent write(Mail mail, String subject, MailRecipient recipient) {
		Map<String, Object> model = Map.of("groupName", fact(mail, "groupName"), "groupLink",
				this.addresses.website("/group/" + groupId(mail)), "trackless", fact(mail, "trackless"));
		return new MailContent(mail.account(), recipient.address(), subject, mail.kind().name(), model,
				recipient.unsubscribe());
	}

	static long groupId(Mail mail) {
		return ((Number) fact(mail, "groupId")).longValue();
	}

	private static Object fact(Mail mail, String name) {
		return Objects.requireNonNull(mail.facts().get(name), name);
	}

}
