-- The input of assign-groups: :requests verified members with a pending request each, of all genres. 70 % of the members
-- have a rating, 5 % of the requests are trackless, all have mails enabled.
SET synchronous_commit = off;

WITH member AS (
	INSERT INTO account (email, email_verified_at, password_hash, created_at)
	SELECT 'pending' || number || '@example.com', now(), '', now() - interval '30 days'
	FROM generate_series(1, :requests) AS number
	RETURNING id
), rated AS (
	INSERT INTO member_rating (account_id, rating, calculated_at)
	SELECT id, 1 + id * 7919 % 61 / 15.0, now() FROM member WHERE id % 10 < 7
)
INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at)
SELECT id, CASE WHEN id % 20 <> 3 THEN 'https://soundcloud.com/pending/' || id END,
	CASE WHEN id % 20 <> 3 THEN 'SOUNDCLOUD' END,
	(ARRAY['ELECTRONIC', 'HIPHOP', 'JAZZ', 'URBAN_RNB', 'POP', 'ROCK_METAL_PUNK', 'NO_GENRE'])[1 + id * 31 % 7],
	true, now() - id % 86400 * interval '1 second'
FROM member;

VACUUM ANALYZE;
