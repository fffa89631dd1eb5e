-- submitFeedbackResponse: each client its own forms, from :first on, each once. :number is 0 in the beginning.
\set id :first + :number * 8 + :client_id
\set number :number + 1
UPDATE feedback_response SET feedback = 'The intro carries, the low end fights with the voice from 1:20 on; try to duck it a little, and leave the snare as it is.', allow_replies = true, submitted_at = now() WHERE id = :id AND responder_id > 0 AND submitted_at IS NULL;
