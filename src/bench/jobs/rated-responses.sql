-- The input of calculate-user-ratings: :members members in three groups of four each, with nine submitted and rated
-- responses per member. Nine of ten members already have a rating, which last changed 40 days ago; all ratings of the others
-- are new.
SET synchronous_commit = off;

INSERT INTO account (email, email_verified_at, password_hash, created_at)
SELECT 'member' || number || '@example.com', now(), '', now() - interval '90 days'
FROM generate_series(1, :members) AS number;

INSERT INTO member_rating (account_id, rating, calculated_at)
SELECT id, 1 + id % 5, now() - interval '40 days' FROM account WHERE id % 10 <> 0;

INSERT INTO feedback_group (name, created_at)
SELECT 'Feedback Group #' || number || ' - Jazz', now() - interval '90 days'
FROM generate_series(1, :members * 3 / 4) AS number;

INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, feedback_group_id, created_at)
SELECT (number + round * 31) % :members + 1, 'https://soundcloud.com/artist' || number || '/track' || round, 'SOUNDCLOUD',
	'JAZZ', true, round * :members / 4 + number / 4 + 1, now() - (3 - round) * interval '30 days'
FROM generate_series(0, 2) AS round, generate_series(0, :members - 1) AS number ORDER BY round, number;

-- Ids as in ../pages.sql.
INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id, feedback, submitted_at, rating, rated_at,
	counted_at)
SELECT row_number() OVER (ORDER BY track.feedback_group_id, random()) * 1327217885 % 2147483648,
	track.id, track.account_id, member.account_id, 'The intro carries, the low end fights with the voice.',
	track.created_at + interval '1 day', 1 + (track.id * 31 + member.id) % 5, track.created_at + interval '2 days',
	CASE WHEN member.account_id % 10 <> 0 THEN track.created_at + interval '3 days' END
FROM feedback_request AS track
JOIN feedback_request AS member ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id;

VACUUM ANALYZE;
