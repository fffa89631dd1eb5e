-- The expected response to feedback-group.json, for :member and the group :subject.
WITH group_response AS (
	SELECT response.*, (SELECT count(*) FROM feedback_reply AS reply WHERE reply.feedback_response_id = response.id
			AND (reply.released_at IS NOT NULL OR reply.from_owner = (track.account_id = :member))) AS replies,
		(SELECT count(*) FROM feedback_reply AS reply WHERE reply.feedback_response_id = response.id
			AND reply.reader_id = :member AND reply.read_at IS NULL AND reply.released_at IS NOT NULL) AS unread
	FROM feedback_response AS response
	JOIN feedback_request AS track ON track.id = response.feedback_request_id
	WHERE track.feedback_group_id = :subject
)
SELECT json_build_object('feedbackGroup', json_build_object('id', formed.id, 'name', formed.name,
	'timeCreated', formed.created_at,
	'members', (SELECT count(*) FROM feedback_request AS other
		WHERE other.feedback_group_id = formed.id AND other.id <> mine.id AND other.media_type IS NOT NULL),
	'tracklessMembers', (SELECT count(*) FROM feedback_request AS other
		WHERE other.feedback_group_id = formed.id AND other.id <> mine.id AND other.media_type IS NULL),
	'feedbackRequest', json_build_object('mediaUrl', mine.media_url, 'mediaType', mine.media_type,
		'feedbackPrompt', mine.feedback_prompt, 'genre', mine.genre),
	'feedbackResponses', (
		SELECT coalesce(json_agg(json_build_object('id', form.id,
			'feedbackRequest', json_build_object('mediaUrl', track.media_url, 'mediaType', track.media_type,
				'feedbackPrompt', track.feedback_prompt),
			'feedback', form.feedback, 'submitted', form.submitted_at IS NOT NULL,
			'allowReplies', form.allow_replies, 'replies', form.replies, 'unreadReplies', form.unread)
			ORDER BY form.id), '[]')
		FROM group_response AS form
		JOIN feedback_request AS track ON track.id = form.feedback_request_id
		WHERE form.responder_id = :member),
	'userFeedbackResponses', CASE WHEN NOT EXISTS (
			SELECT FROM group_response AS form WHERE form.responder_id = :member AND form.submitted_at IS NULL) THEN (
		SELECT coalesce(json_agg(json_build_object('id', received.id, 'feedback', received.feedback,
			'rating', received.rating, 'submitted', true, 'allowReplies', received.allow_replies,
			'replies', received.replies, 'unreadReplies', received.unread) ORDER BY received.id), '[]')
		FROM group_response AS received
		WHERE received.feedback_request_id = mine.id AND received.released_at IS NOT NULL) END,
	'userFeedbackResponseCount', (SELECT count(*) FROM group_response AS received
		WHERE received.feedback_request_id = mine.id AND received.released_at IS NOT NULL)))
FROM feedback_request AS mine
JOIN feedback_group AS formed ON formed.id = mine.feedback_group_id
WHERE mine.account_id = :member AND mine.feedback_group_id = :subject
