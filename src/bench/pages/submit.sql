-- submitFeedbackResponse: each client submits its own forms once, starting at position :first of ../pages.sql. :number starts
-- at 0.
\set id (:first + :number * 8 + :client_id) * 1327217885 % 2147483648
\set number :number + 1
UPDATE feedback_response SET feedback = 'The intro carries, the low end fights with the voice from 1:20 on; try to duck it a little, and leave the snare as it is.', allow_replies = true, submitted_at = now() WHERE id = :id AND responder_id > 0 AND submitted_at IS NULL;
