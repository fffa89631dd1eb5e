-- Removes the ratings of the responses at the positions :first to :last of ../pages.sql, so that each round starts with the
-- same data.
UPDATE feedback_response SET rating = NULL, rated_at = NULL
WHERE rating IS NOT NULL
	AND id IN (SELECT position * 1327217885 % 2147483648 FROM generate_series(:first::bigint, :last) AS position);

VACUUM ANALYZE feedback_response;

CHECKPOINT;
