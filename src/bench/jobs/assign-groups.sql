-- Writes the same rows as assign-groups, without its planner: four requests of a genre form a group, and trackless
-- requests are distributed over the groups of their genre.
CREATE TEMPORARY TABLE assigned ON COMMIT DROP AS
WITH numbered AS (
	SELECT request.id, request.genre, request.media_url IS NOT NULL AS has_track,
		row_number() OVER (PARTITION BY request.genre, request.media_url IS NOT NULL
			ORDER BY member.rating DESC NULLS LAST, request.created_at, request.id) - 1 AS position
	FROM feedback_request AS request
	LEFT JOIN member_rating AS member ON member.account_id = request.account_id
	WHERE request.feedback_group_id IS NULL
), pool AS (
	SELECT genre, (count(*) + 3) / 4 AS size, sum((count(*) + 3) / 4) OVER (ORDER BY genre) - (count(*) + 3) / 4 AS before
	FROM numbered WHERE has_track GROUP BY genre
)
SELECT numbered.id AS request_id, numbered.genre,
	((SELECT coalesce(max(id), 0) FROM feedback_group)
		+ 1 + pool.before + CASE WHEN has_track THEN position / 4 ELSE position % pool.size END)::bigint AS group_id
FROM numbered
JOIN pool ON pool.genre = numbered.genre;

INSERT INTO feedback_group (id, name, created_at, genres) OVERRIDING SYSTEM VALUE
SELECT group_id, 'Feedback Group #' || group_id || ' - ' || min(genre), now(), ARRAY[min(genre)]
FROM assigned GROUP BY group_id ORDER BY group_id;

UPDATE feedback_request SET feedback_group_id = assigned.group_id
FROM assigned WHERE feedback_request.id = assigned.request_id;

-- The ids are distributed like the random ids of the job, but none of them exists already.
INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id)
SELECT row_number() OVER () * 1327217885 % 2147483648, track.id, track.account_id, member.account_id
FROM feedback_request AS track
JOIN feedback_request AS member ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
WHERE track.feedback_group_id >= (SELECT min(group_id) FROM assigned) AND track.media_url IS NOT NULL;

INSERT INTO group_reminder (feedback_request_id)
SELECT request.id FROM feedback_request AS request JOIN assigned ON assigned.request_id = request.id
WHERE request.email_when_grouped;

INSERT INTO outgoing_mail (kind, account_id, recipient, facts, urgent, created_at, due_at)
SELECT 'new-group', member.id, member.email, jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
	'trackless', request.media_type IS NULL), false, now(), now()
FROM feedback_group AS formed
JOIN feedback_request AS request ON request.feedback_group_id = formed.id
JOIN account AS member ON member.id = request.account_id
WHERE formed.id >= (SELECT min(group_id) FROM assigned) AND request.email_when_grouped
	AND NOT EXISTS (SELECT FROM mail_preference AS preference
		WHERE preference.account_id = member.id AND preference.kind = 'new-group' AND NOT preference.enabled)
	AND member.email_verified_at IS NOT NULL;
