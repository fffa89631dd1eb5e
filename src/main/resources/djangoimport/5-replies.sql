-- Who wrote a reply is told by the side alone: the owner of the track, or who wrote the response.
CREATE TEMPORARY TABLE moved_reply ON COMMIT DROP AS
SELECT reply.id, reply.feedback_response_id AS response_id, response.left_out, response.owner_id,
	CASE WHEN NOT response.nobodys THEN response.writer_id END AS responder_id,
	member.user_id = response.owner_id AS from_owner,
	member.user_id IN (response.owner_id, response.writer_id) AS from_a_side,
	reply.allow_replies
FROM legacy_reply AS reply
JOIN moved_response AS response ON response.id = reply.feedback_response_id
JOIN legacy_member AS member ON member.id = reply.user_id;

ANALYZE moved_reply;

-- A conversation is closed once: by the first that closed it, whatever its place.
WITH later AS (
	SELECT id, first_value(id) OVER closing AS first_id
	FROM moved_reply
	WHERE from_a_side AND NOT left_out AND NOT allow_replies
	WINDOW closing AS (PARTITION BY response_id ORDER BY id)
), reopened AS (
	UPDATE moved_reply SET allow_replies = true FROM later
	WHERE later.id = moved_reply.id AND later.id <> later.first_id
	RETURNING moved_reply.id, later.first_id
)
INSERT INTO odd_row (rule, id, other)
SELECT 'CLOSED_AGAIN', id, first_id FROM reopened;

INSERT INTO feedback_reply (id, feedback_response_id, from_owner, reader_id, text, allow_replies, created_at, read_at,
	beyond_limits)
OVERRIDING SYSTEM VALUE
SELECT moved.id, moved.response_id, moved.from_owner,
	CASE WHEN moved.from_owner THEN moved.responder_id ELSE moved.owner_id END,
	reply.text, moved.allow_replies, reply.time_created, reply.time_read,
	char_length(reply.text) NOT BETWEEN 1 AND 10000
FROM moved_reply AS moved
JOIN legacy_reply AS reply ON reply.id = moved.id
WHERE moved.from_a_side AND NOT moved.left_out;

INSERT INTO odd_row (rule, id, other)
SELECT 'REPLY_WITHOUT_RESPONSE', id, response_id FROM moved_reply WHERE left_out
UNION ALL
SELECT 'REPLY_OF_NEITHER_SIDE', id, response_id FROM moved_reply WHERE NOT from_a_side AND NOT left_out
UNION ALL
SELECT CASE reply.text WHEN '' THEN 'EMPTY_REPLY' ELSE 'LONG_REPLY' END, reply.id, NULL
FROM legacy_reply AS reply
JOIN moved_reply AS moved ON moved.id = reply.id
WHERE moved.from_a_side AND NOT moved.left_out AND char_length(reply.text) NOT BETWEEN 1 AND 10000;
