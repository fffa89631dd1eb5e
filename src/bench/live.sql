-- A read reply to each of the first 2,000 members, which the benchmark marks as unread and as read. The ids are at positions after those of
-- pages.sql.
INSERT INTO feedback_reply (id, feedback_response_id, from_owner, reader_id, text, allow_replies, created_at, released_at, read_at)
SELECT (earlier.positions + responder_id) * 1327217885 % 2147483648, response_id, true, responder_id, 'A reply for the benchmark',
	true, now(), now(), now()
FROM (SELECT responder_id, min(id) AS response_id FROM feedback_response
	WHERE responder_id <= 2000 AND submitted_at IS NOT NULL GROUP BY responder_id) AS response,
	(SELECT count(*) AS positions FROM feedback_response) AS earlier;
