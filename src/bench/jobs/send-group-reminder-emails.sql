-- Writes the same rows as send-group-reminder-emails.
INSERT INTO outgoing_mail (kind, account_id, recipient, facts, urgent, created_at, due_at)
SELECT 'reminder', member.id, member.email, jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
	'trackless', request.media_type IS NULL), false, now(), now()
FROM group_reminder AS reminder
JOIN feedback_request AS request ON request.id = reminder.feedback_request_id
JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
JOIN account AS member ON member.id = request.account_id
WHERE reminder.settled_at IS NULL AND request.email_when_grouped
	AND formed.created_at < now() - interval '20 hours'
	AND NOT EXISTS (SELECT FROM mail_preference AS preference
		WHERE preference.account_id = member.id AND preference.kind = 'reminder' AND NOT preference.enabled) AND member.email_verified_at IS NOT NULL
	AND EXISTS (
		SELECT FROM feedback_request AS track
		JOIN feedback_response AS form ON form.feedback_request_id = track.id
		WHERE track.feedback_group_id = request.feedback_group_id
			AND form.responder_id = request.account_id AND form.submitted_at IS NULL);

UPDATE group_reminder AS reminder SET settled_at = now()
FROM feedback_request AS request
JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
WHERE request.id = reminder.feedback_request_id AND request.email_when_grouped AND reminder.settled_at IS NULL
	AND formed.created_at < now() - interval '20 hours';
