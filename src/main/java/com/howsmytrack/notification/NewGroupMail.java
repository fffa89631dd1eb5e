package com.howsmytrack.notification;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;

import org.springframework.stereotype.Component;

/// Informs a member about a new group. The facts of the mail are those of one group, see [GroupLinks].
@Component
class NewGroupMail implements MailTemplate {

	static final MailKind KIND = MailKind.optional(ContractMailKinds.NEW_GROUP, "mails about new groups");

	private static final String SUBJECT = "your new feedback group";

	private final GroupLinks links;

	private final MailRecipients recipients;

	NewGroupMail(GroupLinks links, MailRecipients recipients) {
		this.links = links;
		this.recipients = recipients;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		GroupLink group = this.links.one(mail.facts());
		long member = Objects.requireNonNull(mail.account());
		return this.recipients.of(KIND, member)
			.map((recipient) -> recipient.content(member, SUBJECT, KIND.name(),
					Map.of("groupName", group.name(), "groupLink", group.address(), "trackless", group.trackless())));
	}

}
