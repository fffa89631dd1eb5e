-- The expected response to feedback-groups.json, for :member.
SELECT json_build_object('feedbackGroups', json_agg(json_build_object('id', formed.id, 'name', formed.name,
	'timeCreated', formed.created_at,
	'members', (SELECT count(*) FROM feedback_request AS other
		WHERE other.feedback_group_id = formed.id AND other.id <> mine.id AND other.media_type IS NOT NULL),
	'tracklessMembers', (SELECT count(*) FROM feedback_request AS other
		WHERE other.feedback_group_id = formed.id AND other.id <> mine.id AND other.media_type IS NULL),
	'feedbackRequest', json_build_object('mediaUrl', mine.media_url, 'mediaType', mine.media_type,
		'feedbackPrompt', mine.feedback_prompt, 'genre', mine.genre),
	'feedbackResponses', (
		SELECT coalesce(json_agg(json_build_object('id', form.id, 'submitted', form.submitted_at IS NOT NULL)
			ORDER BY form.id), '[]')
		FROM feedback_response AS form
		JOIN feedback_request AS track ON track.id = form.feedback_request_id
		WHERE form.responder_id = :member AND track.feedback_group_id = formed.id),
	'userFeedbackResponseCount', (SELECT count(*) FROM feedback_response AS received
		WHERE received.feedback_request_id = mine.id AND received.released_at IS NOT NULL))
	ORDER BY mine.created_at DESC, mine.id DESC))
FROM feedback_request AS mine
JOIN feedback_group AS formed ON formed.id = mine.feedback_group_id
WHERE mine.account_id = :member
