-- Four members who are together in :groups groups. No form is submitted. For an empty database after the migrations.
INSERT INTO account (email, email_verified_at, password_hash, created_at)
SELECT 'member' || number || '@example.com', now(), :'hash', now() - interval '90 days' FROM generate_series(1, 4) AS number;

INSERT INTO feedback_group (name, created_at)
SELECT 'Feedback Group #' || number || ' - Jazz', now() - interval '1 day' FROM generate_series(1, :groups) AS number;

INSERT INTO feedback_request (account_id, media_url, media_type, genre, feedback_prompt, email_when_grouped,
	feedback_group_id, created_at)
SELECT account.id, 'https://soundcloud.com/artist' || account.id || '/track' || feedback_group.id, 'SOUNDCLOUD', 'JAZZ',
	'Is the kick too loud, and does the second verse need the strings?', false, feedback_group.id, feedback_group.created_at
FROM feedback_group CROSS JOIN account;

INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
SELECT track.id, track.account_id, member.account_id
FROM feedback_request AS track
JOIN feedback_request AS member ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id;
VACUUM ANALYZE;
