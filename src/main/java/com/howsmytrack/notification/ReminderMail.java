package com.howsmytrack.notification;

import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.OptionalMail;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reminds a member of a group, if they still owe it feedback when the letter leaves. One who does not want to be
/// reminded now was not: should they change their mind, the next night finds them.
@Component
class ReminderMail implements MailTemplate {

	private final GroupMailTemplate words;

	private final JdbcClient jdbc;

	ReminderMail(PublicAddresses addresses, MailRecipients recipients, JdbcClient jdbc) {
		this.words = new GroupMailTemplate(OptionalMail.REMINDER, "don't forget your feedback group!", addresses,
				recipients);
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return this.words.kind();
	}

	@Override
	public boolean isUrgent() {
		return this.words.isUrgent();
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		if (!stillOwes(mail)) {
			return Optional.empty();
		}
		Optional<MailContent> written = this.words.write(mail);
		if (written.isEmpty()) {
			forgetThatItWasPosted(mail);
		}
		return written;
	}

	private boolean stillOwes(Mail mail) {
		return about(mail, """
				SELECT EXISTS (
					SELECT FROM feedback_response AS form
					JOIN feedback_request AS track ON track.id = form.feedback_request_id
					WHERE track.feedback_group_id = :group AND form.responder_id = :member
						AND form.submitted_at IS NULL)""").query(Boolean.class).single();
	}

	private void forgetThatItWasPosted(Mail mail) {
		about(mail, """
				UPDATE feedback_request SET reminder_settled_at = NULL
				WHERE feedback_group_id = :group AND account_id = :member""").update();
	}

	private JdbcClient.StatementSpec about(Mail mail, String statement) {
		return this.jdbc.sql(statement)
			.param("group", GroupMailTemplate.groupOf(mail))
			.param("member", Objects.requireNonNull(mail.account()));
	}

}
