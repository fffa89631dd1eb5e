-- A member has one response to a request, and none to an own request. Of several, one keeps its author: a submitted
-- one is preferred to a form, then one with replies, then a rated one. Other submitted responses are imported without
-- an author, like responses of deleted accounts. Other forms are not imported.
--
-- Responses get new random ids. The old ids follow the order of the members in a group, so they tell who wrote a
-- response.
CREATE TEMPORARY TABLE imported_response ON COMMIT DROP AS
SELECT id, request_id, owner_id, author_id, submitted, own_track, preference, kept_id,
	request_id IS NULL OR (NOT submitted AND (own_track OR preference > 1)) AS skipped,
	own_track OR preference > 1 AS without_author, random_id() AS new_id
FROM (
	SELECT response.id, request.imported_as AS request_id, request.account_id AS owner_id, member.user_id AS author_id,
		response.submitted, request.account_id = member.user_id AS own_track,
		row_number() OVER same_author AS preference, first_value(response.id) OVER same_author AS kept_id
	FROM legacy_response AS response
	JOIN imported_request AS request ON request.id = response.feedback_request_id
	JOIN legacy_member AS member ON member.id = response.user_id
	LEFT JOIN (SELECT feedback_response_id, count(*) AS replies FROM legacy_reply GROUP BY 1) AS reply_count
		ON reply_count.feedback_response_id = response.id
	WINDOW same_author AS (
		PARTITION BY request.imported_as, response.user_id
		ORDER BY response.submitted DESC, reply_count.replies DESC NULLS LAST, response.rating IS NULL, response.id)
) AS ranked;

CREATE UNIQUE INDEX imported_response_id ON imported_response (id);
CALL pg_temp.replace_duplicate_ids('imported_response');
ANALYZE imported_response;

-- The Django service showed each response at once, so all of them are released and announced. The same applies to replies. It stored no
-- times of ratings. All its ratings are counted, those in groups of two too, because the imported ratings of members include
-- them.
INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id, feedback, allow_replies, submitted_at,
	released_at, announced_at, rating, counted_at, beyond_limits)
SELECT imported.new_id, imported.request_id, imported.owner_id,
	CASE WHEN NOT imported.without_author THEN imported.author_id END,
	CASE WHEN imported.submitted THEN coalesce(response.feedback, '') END,
	imported.submitted AND response.allow_replies,
	submission.time, submission.time, submission.time,
	CASE WHEN imported.submitted AND response.rating BETWEEN 1 AND 5 THEN response.rating END,
	CASE WHEN imported.submitted AND response.rating BETWEEN 1 AND 5 THEN settings.imported_at END,
	imported.submitted AND char_length(coalesce(response.feedback, '')) NOT BETWEEN 1 AND 20000
FROM imported_response AS imported
JOIN legacy_response AS response ON response.id = imported.id
JOIN feedback_request AS request ON request.id = imported.request_id
LEFT JOIN feedback_group ON feedback_group.id = request.feedback_group_id
CROSS JOIN LATERAL (SELECT CASE WHEN imported.submitted
	THEN coalesce(response.time_submitted, feedback_group.created_at, request.created_at) END AS time) AS submission
CROSS JOIN import_settings AS settings
WHERE NOT imported.skipped;

INSERT INTO import_issue (issue, id, conflicting_id)
SELECT 'RESPONSE_TO_SKIPPED_REQUEST', response.id, response.feedback_request_id
FROM legacy_response AS response
JOIN imported_response AS imported ON imported.id = response.id
WHERE imported.request_id IS NULL
UNION ALL
SELECT CASE WHEN own_track AND submitted THEN 'RESPONSE_ABOUT_OWN_TRACK' WHEN own_track THEN 'FORM_ABOUT_OWN_TRACK'
	WHEN submitted THEN 'SECOND_RESPONSE' ELSE 'SECOND_FORM' END, id, CASE WHEN NOT own_track THEN kept_id END
FROM imported_response
WHERE without_author AND request_id IS NOT NULL
UNION ALL
SELECT unnest(array_remove(ARRAY[
		CASE WHEN response.submitted AND coalesce(response.feedback, '') = '' THEN 'EMPTY_RESPONSE' END,
		CASE WHEN response.submitted AND char_length(response.feedback) > 20000 THEN 'LONG_RESPONSE' END,
		CASE WHEN response.submitted AND response.time_submitted IS NULL THEN 'RESPONSE_WITHOUT_TIME' END,
		CASE WHEN response.submitted AND response.rating NOT BETWEEN 1 AND 5 THEN 'INVALID_RESPONSE_RATING' END,
		CASE WHEN NOT response.submitted AND (response.feedback <> '' OR response.time_submitted IS NOT NULL
			OR response.rating IS NOT NULL) THEN 'FORM_WITH_CONTENT' END
	], NULL)), response.id, NULL
FROM legacy_response AS response
JOIN imported_response AS imported ON imported.id = response.id
WHERE NOT imported.skipped;
