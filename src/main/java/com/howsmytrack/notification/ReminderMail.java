package com.howsmytrack.notification;

import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.feedback.GroupMembers;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reminds a member of a group in which the member still has unsubmitted forms when the mail is sent.
///
/// If the member has switched reminders off in the meantime, the reminder becomes unsettled: a later run of the job
/// queues a new mail after the member has switched reminders on.
@Component
class ReminderMail implements MailTemplate {

	static final MailKind KIND = MailKind.optional(ContractMailKinds.REMINDER, "reminders");

	private final GroupMailWriter writer;

	private final GroupMembers members;

	private final JdbcClient jdbc;

	ReminderMail(GroupMailWriter writer, GroupMembers members, JdbcClient jdbc) {
		this.writer = writer;
		this.members = members;
		this.jdbc = jdbc;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		long group = GroupMailWriter.groupId(mail);
		AccountId member = new AccountId(Objects.requireNonNull(mail.account()));
		if (!this.members.hasUnsubmittedForms(group, member)) {
			return Optional.empty();
		}
		Optional<MailContent> content = this.writer.write(mail, "don't forget your feedback group!");
		if (content.isEmpty()) {
			this.members.requestOf(group, member).ifPresent(this::markUnsettled);
		}
		return content;
	}

	private void markUnsettled(long request) {
		this.jdbc.sql("UPDATE group_reminder SET settled_at = NULL WHERE feedback_request_id = :request")
			.param("request", request)
			.update();
	}

}
