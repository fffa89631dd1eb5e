package com.howsmytrack.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.RecipientTable;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;
import com.howsmytrack.mail.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Selects the due reminders, settles them and queues their mails in one statement. No reminder is sent twice, even if
/// runs overlap or a run is killed: of two runs, the second waits for the row locks of the first and then finds the
/// rows settled.
///
/// All reminders that a member gets in one run are one mail.
///
/// A reminder is settled without a mail if its member has no unsubmitted forms left in the group, or has deleted the
/// account. It stays unsettled while the account receives no reminders (see [MailRecipients]), because that can
/// change.
///
/// The statement reads the tables of `feedback` directly: a call per member would be one statement for
/// each of up to a million members.
@Component
@JobDefinition(name = "send-group-reminder-emails", cron = "0 15 2 * * *")
class SendGroupReminders implements TransactionalJob {

	private final Outbox outbox;

	private final MailRecipients recipients;

	private final ReminderSettings settings;

	private final Clock clock;

	SendGroupReminders(Outbox outbox, MailRecipients recipients, ReminderSettings settings, Clock clock) {
		this.outbox = outbox;
		this.recipients = recipients;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Map<String, Long> run() {
		Instant now = this.clock.instant();
		RecipientTable recipient = this.recipients.tableOf(ReminderMail.KIND);
		long queued = this.outbox.addAll(ReminderMail.KIND, recipient.followedBy("""
				candidate AS (
					SELECT request.id AS request_id, recipient.account_id, recipient.email, formed.id AS group_id,
						jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
							'trackless', request.media_type IS NULL) AS group_facts,
						EXISTS (
							SELECT FROM feedback_request AS track
							JOIN feedback_response AS form ON form.feedback_request_id = track.id
							WHERE track.feedback_group_id = request.feedback_group_id
								AND form.responder_id = request.account_id AND form.submitted_at IS NULL) AS has_forms
					FROM group_reminder AS reminder
					JOIN feedback_request AS request ON request.id = reminder.feedback_request_id
					JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
					LEFT JOIN recipient ON recipient.account_id = request.account_id
					WHERE reminder.settled_at IS NULL AND formed.created_at < :formedBefore
						AND (request.email_when_grouped OR request.account_id IS NULL)
				), settled AS (
					UPDATE group_reminder AS reminder SET settled_at = :now
					FROM candidate
					WHERE reminder.feedback_request_id = candidate.request_id AND reminder.settled_at IS NULL
						AND (candidate.account_id IS NOT NULL OR NOT candidate.has_forms)
					RETURNING candidate.account_id, candidate.email, candidate.group_id, candidate.group_facts,
						candidate.has_forms
				), mail (account_id, recipient, facts) AS (
					SELECT account_id, email, jsonb_build_object('groups', jsonb_agg(group_facts ORDER BY group_id))
					FROM settled WHERE has_forms
					GROUP BY account_id, email
				)"""), recipient.parametersAnd(Map.of("now", now.atOffset(ZoneOffset.UTC), "formedBefore",
				now.minus(this.settings.groupAge()).atOffset(ZoneOffset.UTC))));
		return Map.of("remindersQueued", queued);
	}

}
