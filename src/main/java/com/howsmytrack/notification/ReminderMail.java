package com.howsmytrack.notification;

import java.util.Objects;
import java.util.Optional;

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
///
/// Reads the tables of `feedback` directly, with the same condition as the job that queued the mail.
@Component
class ReminderMail implements MailTemplate {

	static final MailKind KIND = MailKind.optional("reminder", "reminders");

	private final GroupMailWriter writer;

	private final JdbcClient jdbc;

	ReminderMail(GroupMailWriter writer, JdbcClient jdbc) {
		this.writer = writer;
		this.jdbc = jdbc;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		if (!hasUnsubmittedForms(mail)) {
			return Optional.empty();
		}
		Optional<MailContent> content = this.writer.write(mail, "don't forget your feedback group!");
		if (content.isEmpty()) {
			markUnsettled(mail);
		}
		return content;
	}

	private boolean hasUnsubmittedForms(Mail mail) {
		return about(mail, """
				SELECT EXISTS (
					SELECT FROM feedback_response AS form
					JOIN feedback_request AS track ON track.id = form.feedback_request_id
					WHERE track.feedback_group_id = :group AND form.responder_id = :member
						AND form.submitted_at IS NULL)""").query(Boolean.class).single();
	}

	private void markUnsettled(Mail mail) {
		about(mail, """
				UPDATE group_reminder AS reminder SET settled_at = NULL
				FROM feedback_request AS request
				WHERE request.feedback_group_id = :group AND request.account_id = :member
					AND reminder.feedback_request_id = request.id""").update();
	}

	private JdbcClient.StatementSpec about(Mail mail, String statement) {
		return this.jdbc.sql(statement)
			.param("group", GroupMailWriter.groupId(mail))
			.param("member", Objects.requireNonNull(mail.account()));
	}

}
