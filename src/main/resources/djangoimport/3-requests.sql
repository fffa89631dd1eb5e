-- What stands for a request: itself, or another of the same person in the same group, for a person is in a group once;
-- nothing, if it is left out. Of several in a group, one with a track stays, so that what was written about one has a
-- track to be about.
CREATE TEMPORARY TABLE moved_request ON COMMIT DROP AS
SELECT request.id, member.user_id AS account_id, request.feedback_group_id, track.url AS media_url,
	CASE WHEN judged.id IS NULL THEN request.media_type ELSE judged.media_type END AS media_type,
	CASE WHEN judged.left_out THEN NULL
		WHEN request.feedback_group_id IS NULL THEN request.id
		ELSE first_value(request.id) OVER (
			PARTITION BY request.feedback_group_id, request.user_id
			ORDER BY track.url IS NULL, request.time_created, request.id) END AS kept_as
FROM legacy_request AS request
JOIN legacy_member AS member ON member.id = request.user_id
LEFT JOIN judged_request AS judged ON judged.id = request.id
CROSS JOIN LATERAL (
	SELECT CASE WHEN judged.id IS NULL THEN nullif(request.media_url, '') ELSE judged.media_url END AS url) AS track;

CREATE UNIQUE INDEX moved_request_id ON moved_request (id);
ANALYZE moved_request;

INSERT INTO feedback_group (id, name, created_at)
OVERRIDING SYSTEM VALUE
SELECT formed.id, formed.name, coalesce(formed.time_created, (
		SELECT max(request.time_created) FROM legacy_request AS request WHERE request.feedback_group_id = formed.id
	), moving_day.at)
FROM legacy_group AS formed
CROSS JOIN moving_day;

INSERT INTO feedback_request (id, account_id, media_url, media_type, genre, feedback_prompt, email_when_grouped,
	feedback_group_id, created_at, beyond_limits)
OVERRIDING SYSTEM VALUE
SELECT moved.id, moved.account_id, moved.media_url, CASE WHEN moved.media_url IS NOT NULL THEN moved.media_type END,
	coalesce(genre.name, 'NO_GENRE'), request.feedback_prompt, request.email_when_grouped, moved.feedback_group_id,
	request.time_created,
	coalesce(char_length(request.feedback_prompt) > 10000, false)
FROM moved_request AS moved
JOIN legacy_request AS request ON request.id = moved.id
LEFT JOIN known_genre AS genre ON genre.name = request.genre
WHERE moved.kept_as = moved.id;

INSERT INTO group_reminder (feedback_request_id, settled_at)
SELECT moved.id, CASE WHEN request.reminder_email_sent THEN moving_day.at END
FROM moved_request AS moved
JOIN legacy_request AS request ON request.id = moved.id
CROSS JOIN moving_day
WHERE moved.kept_as = moved.id AND moved.feedback_group_id IS NOT NULL
	AND (request.email_when_grouped OR request.reminder_email_sent);

ANALYZE feedback_group, feedback_request;

INSERT INTO odd_row (rule, id, other)
SELECT rule, id, other FROM judged_request WHERE rule IS NOT NULL
UNION ALL
SELECT 'SAME_PERSON_IN_GROUP', id, kept_as FROM moved_request WHERE kept_as <> id
UNION ALL
SELECT 'EMPTY_URL', id, NULL FROM legacy_request WHERE media_url = ''
UNION ALL
SELECT 'UNKNOWN_GENRE', id, NULL
FROM legacy_request AS request
WHERE genre IS NOT NULL AND NOT EXISTS (SELECT FROM known_genre AS known WHERE known.name = request.genre)
UNION ALL
SELECT 'LONG_PROMPT', id, NULL FROM legacy_request WHERE char_length(feedback_prompt) > 10000
UNION ALL
SELECT 'GROUP_WITHOUT_TIME', id, NULL FROM legacy_group WHERE time_created IS NULL
UNION ALL
SELECT CASE count(request.id) WHEN 0 THEN 'GROUP_OF_NOBODY' ELSE 'GROUP_OF_ONE' END, formed.id, NULL
FROM legacy_group AS formed
LEFT JOIN feedback_request AS request ON request.feedback_group_id = formed.id
GROUP BY formed.id
HAVING count(request.id) < 2;
