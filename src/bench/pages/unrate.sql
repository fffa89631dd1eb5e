-- Removes the ratings of the responses from :first to :last, so that each round starts with the same data.
UPDATE feedback_response SET rating = NULL, rated_at = NULL WHERE id BETWEEN :first AND :last AND rating IS NOT NULL;

VACUUM ANALYZE feedback_response;

CHECKPOINT;
