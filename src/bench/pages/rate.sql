-- rateFeedbackResponse: each client its own responses, from :first on, each once. :number is 0 in the beginning.
\set id :first + :number * 8 + :client_id
\set number :number + 1
UPDATE feedback_response SET rating = 4 WHERE id = :id AND owner_id > 0 AND submitted_at IS NOT NULL AND rating IS NULL;
