-- When the owner was reminded of what they owe, or when there turned out to be nothing left to remind of. Either
-- way the request is never looked at again.
ALTER TABLE feedback_request ADD COLUMN reminder_settled_at timestamptz;

-- The requests that a night has to look at.
CREATE INDEX feedback_request_reminder_unsettled ON feedback_request (feedback_group_id)
	WHERE email_when_grouped AND reminder_settled_at IS NULL AND feedback_group_id IS NOT NULL;
