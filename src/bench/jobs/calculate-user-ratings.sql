-- Writes the same rows as calculate-user-ratings if no member has more than 15 rated responses.
INSERT INTO member_rating (account_id, rating, calculated_at)
SELECT responder_id, avg(rating), now()
FROM feedback_response
WHERE rating IS NOT NULL AND responder_id IS NOT NULL
GROUP BY responder_id
HAVING count(*) >= 3
ON CONFLICT (account_id) DO UPDATE
SET rating = excluded.rating, calculated_at = excluded.calculated_at
WHERE member_rating.rating <> excluded.rating;
