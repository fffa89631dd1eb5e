package com.howsmytrack.notification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.MailRecipient;
import com.howsmytrack.feedback.GroupMembers;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reminds a member of the groups in which the member still has unsubmitted forms when the mail is sent. The facts of
/// the mail are a list `groups`.
///
/// If the member has switched reminders off in the meantime, the reminders become unsettled: a later run of the job
/// queues a new mail after the member has switched reminders on.
@Component
class ReminderMail implements MailTemplate {

	static final MailKind KIND = MailKind.optional(ContractMailKinds.REMINDER, "reminders");

	private static final String SUBJECT = "don't forget your feedback group!";

	private final GroupLinks links;

	private final MailRecipients recipients;

	private final GroupMembers members;

	private final JdbcClient jdbc;

	ReminderMail(GroupLinks links, MailRecipients recipients, GroupMembers members, JdbcClient jdbc) {
		this.links = links;
		this.recipients = recipients;
		this.members = members;
		this.jdbc = jdbc;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		AccountId member = new AccountId(Objects.requireNonNull(mail.account()));
		List<GroupLink> open = this.links.all(mail.facts())
			.stream()
			.filter((group) -> this.members.hasUnsubmittedForms(group.id(), member))
			.toList();
		if (open.isEmpty()) {
			return Optional.empty();
		}
		Optional<MailRecipient> recipient = this.recipients.of(KIND, member.value());
		if (recipient.isEmpty()) {
			open.forEach((group) -> this.members.requestOf(group.id(), member).ifPresent(this::markUnsettled));
		}
		return recipient.map((to) -> to.content(member.value(), SUBJECT, KIND.name(),
				Map.of("groups", open, "withTrack", !open.stream().allMatch(GroupLink::trackless))));
	}

	private void markUnsettled(long request) {
		this.jdbc.sql("UPDATE group_reminder SET settled_at = NULL WHERE feedback_request_id = :request")
			.param("request", request)
			.update();
	}

}
