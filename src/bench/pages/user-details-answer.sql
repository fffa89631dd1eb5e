-- The expected response to user-details.json, for :member.
SELECT json_build_object('userDetails', json_build_object('username', account.email,
	'rating', (SELECT rating FROM member_rating WHERE account_id = account.id),
	'notifications', (SELECT count(*) FROM feedback_response WHERE responder_id = account.id AND submitted_at IS NULL)
		+ (SELECT count(*) FROM feedback_reply WHERE reader_id = account.id AND read_at IS NULL AND released_at IS NOT NULL),
	'sendReminderEmails', NOT EXISTS (SELECT FROM mail_preference WHERE account_id = account.id AND kind = 'reminder' AND NOT enabled)))
FROM account WHERE account.id = :member
