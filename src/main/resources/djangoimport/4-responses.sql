-- A person has one response about a request, and none about their own track. Of several, one stays theirs: a submitted
-- one before forms, then one with a conversation below it, then a rated one. Another that was submitted stays on the
-- track as nobody's, like that of a person who left; an empty form about it is left out.
CREATE TEMPORARY TABLE moved_response ON COMMIT DROP AS
SELECT id, request_id, owner_id, writer_id, submitted, own, place, first_id,
	request_id IS NULL OR (NOT submitted AND (own OR place > 1)) AS left_out,
	own OR place > 1 AS nobodys
FROM (
	SELECT response.id, request.kept_as AS request_id, request.account_id AS owner_id, member.user_id AS writer_id,
		response.submitted, request.account_id = member.user_id AS own, row_number() OVER alike AS place,
		first_value(response.id) OVER alike AS first_id
	FROM legacy_response AS response
	JOIN moved_request AS request ON request.id = response.feedback_request_id
	JOIN legacy_member AS member ON member.id = response.user_id
	LEFT JOIN (SELECT feedback_response_id, count(*) AS replies FROM legacy_reply GROUP BY 1) AS conversation
		ON conversation.feedback_response_id = response.id
	WINDOW alike AS (
		PARTITION BY request.kept_as, response.user_id
		ORDER BY response.submitted DESC, conversation.replies DESC NULLS LAST, response.rating IS NULL, response.id)
) AS placed;

CREATE UNIQUE INDEX moved_response_id ON moved_response (id);
ANALYZE moved_response;

INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id, feedback, allow_replies, submitted_at,
	rating, beyond_limits)
OVERRIDING SYSTEM VALUE
SELECT moved.id, moved.request_id, moved.owner_id, CASE WHEN NOT moved.nobodys THEN moved.writer_id END,
	CASE WHEN moved.submitted THEN coalesce(response.feedback, '') END,
	moved.submitted AND response.allow_replies,
	CASE WHEN moved.submitted THEN coalesce(response.time_submitted, formed.created_at, request.created_at) END,
	CASE WHEN moved.submitted AND response.rating BETWEEN 1 AND 5 THEN response.rating END,
	moved.submitted AND char_length(coalesce(response.feedback, '')) NOT BETWEEN 1 AND 20000
FROM moved_response AS moved
JOIN legacy_response AS response ON response.id = moved.id
JOIN feedback_request AS request ON request.id = moved.request_id
LEFT JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
WHERE NOT moved.left_out;

INSERT INTO odd_row (rule, id, other)
SELECT 'RESPONSE_WITHOUT_REQUEST', response.id, response.feedback_request_id
FROM legacy_response AS response
JOIN moved_response AS moved ON moved.id = response.id
WHERE moved.request_id IS NULL
UNION ALL
SELECT CASE WHEN own AND submitted THEN 'ABOUT_OWN_TRACK' WHEN own THEN 'FORM_ABOUT_OWN_TRACK'
	WHEN submitted THEN 'SECOND_RESPONSE' ELSE 'SECOND_FORM' END, id, CASE WHEN NOT own THEN first_id END
FROM moved_response
WHERE nobodys AND request_id IS NOT NULL
UNION ALL
SELECT unnest(array_remove(ARRAY[
		CASE WHEN response.submitted AND coalesce(response.feedback, '') = '' THEN 'EMPTY_RESPONSE' END,
		CASE WHEN response.submitted AND char_length(response.feedback) > 20000 THEN 'LONG_RESPONSE' END,
		CASE WHEN response.submitted AND response.time_submitted IS NULL THEN 'RESPONSE_WITHOUT_TIME' END,
		CASE WHEN response.submitted AND response.rating NOT BETWEEN 1 AND 5 THEN 'IMPOSSIBLE_RATING_OF_RESPONSE' END,
		CASE WHEN NOT response.submitted AND (response.feedback <> '' OR response.time_submitted IS NOT NULL
			OR response.rating IS NOT NULL) THEN 'FORM_WITH_CONTENT' END
	], NULL)), response.id, NULL
FROM legacy_response AS response
JOIN moved_response AS moved ON moved.id = response.id
WHERE NOT moved.left_out;
