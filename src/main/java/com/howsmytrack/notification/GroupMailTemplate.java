package com.howsmytrack.notification;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.MailRecipient;
import com.howsmytrack.account.OptionalMail;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

/// Writes to a member about one of their groups. The facts of such a letter are `groupId`, `groupName` and
/// `trackless`. It goes to whom wants it when it leaves, at the address of that moment.
public class GroupMailTemplate implements MailTemplate {

	private final OptionalMail kind;

	private final String subject;

	private final PublicAddresses addresses;

	private final MailRecipients recipients;

	public GroupMailTemplate(OptionalMail kind, String subject, PublicAddresses addresses, MailRecipients recipients) {
		this.kind = kind;
		this.subject = subject;
		this.addresses = addresses;
		this.recipients = recipients;
	}

	@Override
	public String kind() {
		return this.kind.kind();
	}

	@Override
	public boolean isUrgent() {
		return false;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		return this.recipients.of(this.kind, Objects.requireNonNull(mail.account()))
			.map((recipient) -> write(mail, recipient));
	}

	private MailContent write(Mail mail, MailRecipient recipient) {
		Map<String, Object> model = Map.of("groupName", fact(mail, "groupName"), "groupLink",
				this.addresses.website("/group/" + groupOf(mail)), "trackless", fact(mail, "trackless"));
		return new MailContent(mail.account(), recipient.address(), this.subject, kind(), model,
				recipient.unsubscribe());
	}

	/// The id of the group that such a letter is about.
	public static long groupOf(Mail mail) {
		return ((Number) fact(mail, "groupId")).longValue();
	}

	private static Object fact(Mail mail, String name) {
		return Objects.requireNonNull(mail.facts().get(name), name);
	}

}
