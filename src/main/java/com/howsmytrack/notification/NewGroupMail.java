package com.howsmytrack.notification;

import java.util.Optional;

import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;

import org.springframework.stereotype.Component;

/// Informs a member about a new group.
@Component
class NewGroupMail implements MailTemplate {

	static final MailKind KIND = MailKind.optional(ContractMailKinds.NEW_GROUP, "mails about new groups");

	private final GroupMailWriter writer;

	NewGroupMail(GroupMailWriter writer) {
		this.writer = writer;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		return this.writer.write(mail, "your new feedback group");
	}

}
