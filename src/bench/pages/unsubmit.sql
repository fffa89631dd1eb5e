-- Resets the responses from :first to :last to forms, so that each round starts with the same data.
UPDATE feedback_response SET feedback = NULL, allow_replies = false, submitted_at = NULL, released_at = NULL, rating = NULL, rated_at = NULL
WHERE id BETWEEN :first AND :last AND submitted_at IS NOT NULL;

VACUUM ANALYZE feedback_response;

CHECKPOINT;
