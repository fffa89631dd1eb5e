-- imported_as is the request that is imported for a row: the row itself, another request of the same member in the same
-- group (a member has one request per group), or null if the row is not imported. Of several requests in a group, one
-- with a track is imported, so that the responses have a track.
CREATE TEMPORARY TABLE imported_request ON COMMIT DROP AS
SELECT request.id, member.user_id AS account_id, request.feedback_group_id, validated.media_url,
	validated.media_type, validated.track_key, validated.redirect_token,
	CASE WHEN validated.skipped THEN NULL
		WHEN request.feedback_group_id IS NULL THEN request.id
		ELSE first_value(request.id) OVER (
			PARTITION BY request.feedback_group_id, request.user_id
			ORDER BY validated.media_url IS NULL, request.time_created, request.id) END AS imported_as
FROM legacy_request AS request
JOIN legacy_member AS member ON member.id = request.user_id
LEFT JOIN validated_request AS validated ON validated.id = request.id;

CREATE UNIQUE INDEX imported_request_id ON imported_request (id);
ANALYZE imported_request;

-- The legacy service stored the genres of a group only in its name. Those of its tracks are imported.
INSERT INTO feedback_group (id, name, created_at, genres)
OVERRIDING SYSTEM VALUE
SELECT legacy.id, legacy.name, coalesce(legacy.time_created, (
		SELECT max(request.time_created) FROM legacy_request AS request WHERE request.feedback_group_id = legacy.id
	), settings.imported_at), coalesce(genres.names, '{}')
FROM legacy_group AS legacy
LEFT JOIN (
	SELECT imported.feedback_group_id, array_agg(DISTINCT coalesce(genre.name, 'NO_GENRE')) AS names
	FROM imported_request AS imported
	JOIN legacy_request AS request ON request.id = imported.id
	LEFT JOIN known_genre AS genre ON genre.name = request.genre
	WHERE imported.imported_as = imported.id AND imported.media_url IS NOT NULL
	GROUP BY imported.feedback_group_id
) AS genres ON genres.feedback_group_id = legacy.id
CROSS JOIN import_settings AS settings;

INSERT INTO feedback_request (id, account_id, media_url, media_type, track_key, redirect_token, genre,
	feedback_prompt, email_when_grouped, feedback_group_id, created_at, beyond_limits)
OVERRIDING SYSTEM VALUE
SELECT imported.id, imported.account_id, imported.media_url, imported.media_type, imported.track_key,
	imported.redirect_token, coalesce(genre.name, 'NO_GENRE'), request.feedback_prompt, request.email_when_grouped,
	imported.feedback_group_id, request.time_created,
	coalesce(char_length(request.feedback_prompt) > 10000, false)
FROM imported_request AS imported
JOIN legacy_request AS request ON request.id = imported.id
LEFT JOIN known_genre AS genre ON genre.name = request.genre
WHERE imported.imported_as = imported.id;

INSERT INTO group_reminder (feedback_request_id, settled_at)
SELECT imported.id, CASE WHEN request.reminder_email_sent THEN settings.imported_at END
FROM imported_request AS imported
JOIN legacy_request AS request ON request.id = imported.id
CROSS JOIN import_settings AS settings
WHERE imported.imported_as = imported.id AND imported.feedback_group_id IS NOT NULL
	AND (request.email_when_grouped OR request.reminder_email_sent);

ANALYZE feedback_group, feedback_request;

INSERT INTO import_issue (issue, id, conflicting_id)
SELECT issue, id, conflicting_id FROM validated_request WHERE issue IS NOT NULL
UNION ALL
SELECT 'SECOND_REQUEST_IN_GROUP', id, imported_as FROM imported_request WHERE imported_as <> id
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
SELECT CASE count(request.id) WHEN 0 THEN 'GROUP_WITHOUT_MEMBERS' ELSE 'GROUP_WITH_ONE_MEMBER' END, legacy.id, NULL
FROM legacy_group AS legacy
LEFT JOIN feedback_request AS request ON request.feedback_group_id = legacy.id
GROUP BY legacy.id
HAVING count(request.id) < 2;
