-- Writes the same rows as calculate-user-ratings if no member has more than 15 rated responses, and if all members with new
-- ratings have at least three of them. A rating counts when all responses of its writer in a group of more than two are
-- rated, or 7 days after the first of them was.
UPDATE feedback_response SET counted_at = now()
FROM feedback_request AS request, (
	SELECT responder_id, feedback_group_id
	FROM feedback_response AS response
	JOIN feedback_request AS request ON request.id = response.feedback_request_id
	GROUP BY responder_id, feedback_group_id
	HAVING bool_or(rating IS NOT NULL AND counted_at IS NULL)
		AND (bool_and(rating IS NOT NULL) OR min(rated_at) <= now() - interval '7 days')) AS written
WHERE request.id = feedback_response.feedback_request_id AND written.responder_id = feedback_response.responder_id
	AND written.feedback_group_id = request.feedback_group_id AND rating IS NOT NULL AND counted_at IS NULL
	AND (SELECT count(*) FROM feedback_request AS other WHERE other.feedback_group_id = request.feedback_group_id) > 2;

INSERT INTO member_rating (account_id, rating, calculated_at)
SELECT responder_id, avg(feedback_response.rating), now()
FROM feedback_response
LEFT JOIN member_rating ON member_rating.account_id = responder_id
WHERE counted_at IS NOT NULL AND responder_id IS NOT NULL
GROUP BY responder_id, account_id
HAVING count(*) >= 3 AND (account_id IS NULL OR calculated_at <= now() - interval '30 days'
	OR count(*) FILTER (WHERE counted_at = now()) >= 3)
ON CONFLICT (account_id) DO UPDATE
SET rating = excluded.rating, calculated_at = excluded.calculated_at
WHERE member_rating.rating <> excluded.rating;
