-- Takes the ratings of the responses from :first to :last back, so that one round is like the other.
UPDATE feedback_response SET rating = NULL WHERE id BETWEEN :first AND :last AND rating IS NOT NULL;

VACUUM ANALYZE feedback_response;

CHECKPOINT;
