-- rateFeedbackResponse: each client rates its own responses once, starting at position :first of ../pages.sql. The owner of
-- the track must have no open forms in the group. :number starts at 0.
\set id (:first + :number * 8 + :client_id) * 1327217885 % 2147483648
\set number :number + 1
UPDATE feedback_response AS response SET rating = 4, rated_at = now() WHERE response.id = :id AND response.owner_id > 0 AND response.released_at IS NOT NULL AND response.rating IS NULL AND NOT EXISTS (SELECT FROM feedback_request AS track JOIN feedback_request AS about ON about.feedback_group_id = track.feedback_group_id JOIN feedback_response AS form ON form.feedback_request_id = about.id WHERE track.id = response.feedback_request_id AND form.responder_id = response.owner_id AND form.submitted_at IS NULL);
