-- A reply stores only the side of its author: the owner of the request or the author of the response. Replies get new ids at
-- random, like responses.
CREATE TEMPORARY TABLE imported_reply ON COMMIT DROP AS
SELECT reply.id, random_id() AS new_id, reply.feedback_response_id AS response_id, response.new_id AS new_response_id,
	response.skipped, response.owner_id,
	CASE WHEN NOT response.without_author THEN response.author_id END AS responder_id,
	member.user_id = response.owner_id AS from_owner,
	member.user_id IN (response.owner_id, response.author_id) AS from_participant,
	reply.allow_replies
FROM legacy_reply AS reply
JOIN imported_response AS response ON response.id = reply.feedback_response_id
JOIN legacy_member AS member ON member.id = reply.user_id;

CALL pg_temp.replace_duplicate_ids('imported_reply');
ANALYZE imported_reply;

-- A conversation is closed once: the first reply that closes it keeps allow_replies = false.
WITH closing_reply AS (
	SELECT id, first_value(id) OVER closing AS first_id
	FROM imported_reply
	WHERE from_participant AND NOT skipped AND NOT allow_replies
	WINDOW closing AS (PARTITION BY response_id ORDER BY id)
), updated AS (
	UPDATE imported_reply SET allow_replies = true FROM closing_reply
	WHERE closing_reply.id = imported_reply.id AND closing_reply.id <> closing_reply.first_id
	RETURNING imported_reply.id, closing_reply.first_id
)
INSERT INTO import_issue (issue, id, conflicting_id)
SELECT 'SECOND_CLOSING_REPLY', id, first_id FROM updated;

INSERT INTO feedback_reply (id, feedback_response_id, from_owner, reader_id, text, allow_replies, created_at, released_at,
	announced_at, read_at, beyond_limits)
SELECT imported.new_id, imported.new_response_id, imported.from_owner,
	CASE WHEN imported.from_owner THEN imported.responder_id ELSE imported.owner_id END,
	reply.text, imported.allow_replies, reply.time_created, reply.time_created, reply.time_created, reply.time_read,
	char_length(reply.text) NOT BETWEEN 1 AND 10000
FROM imported_reply AS imported
JOIN legacy_reply AS reply ON reply.id = imported.id
WHERE imported.from_participant AND NOT imported.skipped;

INSERT INTO import_issue (issue, id, conflicting_id)
SELECT 'REPLY_TO_SKIPPED_RESPONSE', id, response_id FROM imported_reply WHERE skipped
UNION ALL
SELECT 'REPLY_BY_OUTSIDER', id, response_id FROM imported_reply WHERE NOT from_participant AND NOT skipped
UNION ALL
SELECT CASE reply.text WHEN '' THEN 'EMPTY_REPLY' ELSE 'LONG_REPLY' END, reply.id, NULL
FROM legacy_reply AS reply
JOIN imported_reply AS imported ON imported.id = reply.id
WHERE imported.from_participant AND NOT imported.skipped AND char_length(reply.text) NOT BETWEEN 1 AND 10000;
