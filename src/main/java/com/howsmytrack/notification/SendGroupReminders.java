package com.howsmytrack.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.ScheduledJob;
import com.howsmytrack.mail.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides who is due, marks them and queues their letters in one statement. So nobody is reminded twice, whatever
/// runs at once or dies: of two runs, the second waits for the rows of the first and finds them settled.
///
/// A request whose owner owes nothing any more is settled without a letter, and never looked at again. One whose
/// owner has reminders switched off, or an address that is not verified, stays unsettled: that may change.
@Component
class SendGroupReminders implements ScheduledJob {

	private final Outbox outbox;

	private final VerifiedAddresses verifiedAddresses;

	private final ReminderSettings settings;

	private final Clock clock;

	SendGroupReminders(Outbox outbox, VerifiedAddresses verifiedAddresses, ReminderSettings settings, Clock clock) {
		this.outbox = outbox;
		this.verifiedAddresses = verifiedAddresses;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Job job() {
		return Job.SEND_GROUP_REMINDER_EMAILS;
	}

	@Override
	@Transactional
	public Map<String, Long> run() {
		Instant now = this.clock.instant();
		long queued = this.outbox.addAll(ReminderMail.KIND, """
				candidate AS (
					SELECT request.id, member.id AS account_id, member.email,
						member.send_reminder_emails
							AND (member.email_verified_at IS NOT NULL OR NOT :onlyVerified) AS wants,
						jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
							'trackless', request.media_type IS NULL) AS facts,
						EXISTS (
							SELECT FROM feedback_request AS track
							JOIN feedback_response AS form ON form.feedback_request_id = track.id
							WHERE track.feedback_group_id = request.feedback_group_id
								AND form.responder_id = request.account_id AND form.submitted_at IS NULL) AS owes
					FROM feedback_request AS request
					JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
					JOIN account AS member ON member.id = request.account_id
					WHERE request.email_when_grouped AND request.reminder_settled_at IS NULL
						AND formed.created_at < :formedBefore
				), settled AS (
					UPDATE feedback_request AS request SET reminder_settled_at = :now
					FROM candidate
					WHERE request.id = candidate.id AND request.reminder_settled_at IS NULL
						AND (candidate.wants OR NOT candidate.owes)
					RETURNING candidate.account_id, candidate.email, candidate.facts, candidate.owes
				), mail (account_id, recipient, facts) AS (
					SELECT account_id, email, facts FROM settled WHERE owes
				)""", Map.of("onlyVerified", this.verifiedAddresses.areRequired(), "now", now.atOffset(ZoneOffset.UTC),
				"formedBefore", now.minus(this.settings.groupAge()).atOffset(ZoneOffset.UTC)));
		return Map.of("remindersQueued", queued);
	}

}
