-- Groups of four that were formed 21 hours ago, with mails enabled and without submitted forms: a due reminder for each
-- member. For an empty database after the migrations:
--
--   psql -v members=100000 -f src/bench/jobs/due-reminders.sql "$DATABASE_URL"
INSERT INTO account (email, email_verified_at, password_hash, created_at)
SELECT 'member' || number || '@example.com', now() - interval '2 days', '', now() - interval '2 days'
FROM generate_series(1, :members) AS number;

INSERT INTO feedback_group (id, name, created_at) OVERRIDING SYSTEM VALUE
SELECT number, 'Feedback Group #' || number || ' - Jazz', now() - interval '21 hours'
FROM generate_series(1, :members / 4) AS number;

INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, feedback_group_id, created_at)
SELECT id, 'https://soundcloud.com/a/' || id, 'SOUNDCLOUD', 'JAZZ', true, (id - 1) / 4 + 1, now() - interval '1 day'
FROM account WHERE email LIKE 'member%' ORDER BY id;

-- Ids as in ../pages.sql.
INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id)
SELECT row_number() OVER (ORDER BY track.feedback_group_id, random()) * 1327217885 % 2147483648,
	track.id, track.account_id, member.account_id
FROM feedback_request AS track
JOIN feedback_request AS member ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id;

INSERT INTO group_reminder (feedback_request_id) SELECT id FROM feedback_request;

VACUUM ANALYZE;
