-- The reminders of requests whose owners asked for mails. A row is inserted when the request is put into a group, and
-- stays with the request when an operator moves it.
CREATE TABLE group_reminder (
	feedback_request_id bigint PRIMARY KEY REFERENCES feedback_request ON DELETE CASCADE,
	-- When the owner was reminded, or when no unsubmitted forms were left to remind of. Settled rows are kept, so that a
	-- request gets one reminder only.
	settled_at timestamptz
);

-- The rows that the nightly job reads.
CREATE INDEX group_reminder_unsettled ON group_reminder (feedback_request_id) WHERE settled_at IS NULL;
