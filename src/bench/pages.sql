-- :members members in three groups of four each. Each member has a form about each other track of the group; two thirds of
-- them are submitted, and every fifth has replies. For an empty database after the migrations.
SET synchronous_commit = off;
INSERT INTO account (email, email_verified_at, password_hash, created_at)
SELECT 'member' || number || '@example.com', now(), :'hash', now() - interval '90 days'
FROM generate_series(1, :members) AS number;

INSERT INTO member_rating (account_id, rating, calculated_at) SELECT id, 1 + id % 5, now() FROM account;

INSERT INTO feedback_group (name, created_at)
SELECT 'Feedback Group #' || number || ' - Jazz', now() - (:members * 3 / 4 - number) * interval '1 second' - interval '1 day'
FROM generate_series(1, :members * 3 / 4) AS number;

INSERT INTO feedback_request (account_id, media_url, media_type, genre, feedback_prompt, email_when_grouped,
	feedback_group_id, created_at)
SELECT (number * 7 + round * 31) % :members + 1, 'https://soundcloud.com/artist' || number || '/track' || round, 'SOUNDCLOUD', 'JAZZ',
	'Is the kick too loud, and does the second verse need the strings?', true,
	round * :members / 4 + number / 4 + 1, now() - (3 - round) * interval '30 days'
FROM generate_series(0, 2) AS round, generate_series(0, :members - 1) AS number ORDER BY round, number;

-- The ids of the service are random. These ids are distributed like random ones, and pgbench can compute them: the response at
-- position n, in the order of the groups, has the id n * 1327217885 % 2147483648.
INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id, feedback, allow_replies, submitted_at, released_at, rating)
SELECT row_number() OVER (ORDER BY track.feedback_group_id, random()) * 1327217885 % 2147483648,
	track.id, track.account_id, member.account_id, text, text IS NOT NULL,
	CASE WHEN text IS NOT NULL THEN track.created_at + interval '1 day' END,
	CASE WHEN text IS NOT NULL THEN track.created_at + interval '1 day' END,
	CASE WHEN text IS NOT NULL THEN 1 + (track.id + member.id) % 5 END
FROM feedback_request AS track
JOIN feedback_request AS member ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
CROSS JOIN LATERAL (SELECT CASE WHEN track.feedback_group_id <= :members / 2 THEN
	'The intro carries, the low end fights with the voice from 1:20 on; try to duck it a little, and leave the snare as it is.' END) AS written (text);

INSERT INTO feedback_reply (id, feedback_response_id, from_owner, reader_id, text, allow_replies, created_at, released_at)
SELECT number * 1327217885 % 2147483648, id, true, responder_id, 'Thank you, I will try that.', true, submitted_at + interval '1 hour', submitted_at + interval '1 hour'
FROM (SELECT *, row_number() OVER (ORDER BY feedback_request_id, responder_id) AS number
	FROM feedback_response WHERE submitted_at IS NOT NULL) AS response
WHERE number % 10 < 3;
VACUUM ANALYZE;
