-- Makes forms of the responses from :first to :last again, so that one round is like the other.
UPDATE feedback_response SET feedback = NULL, allow_replies = false, submitted_at = NULL, rating = NULL
WHERE id BETWEEN :first AND :last AND submitted_at IS NOT NULL;

VACUUM ANALYZE feedback_response;

CHECKPOINT;
