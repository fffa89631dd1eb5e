-- rateFeedbackResponse: each client rates its own responses once, starting at :first. :number starts at 0.
\set id :first + :number * 8 + :client_id
\set number :number + 1
UPDATE feedback_response SET rating = 4 WHERE id = :id AND owner_id > 0 AND submitted_at IS NOT NULL AND rating IS NULL;
