-- What members are told about their requests, responses and replies. created_at is the time of a batch: it does not tell
-- when another member wrote something, and neither do the random ids. A notice whose batch is in the future is not visible
-- yet.
CREATE TABLE notice (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
	-- The name of the mail kind that tells the same.
	kind varchar(64) NOT NULL,
	-- The id of the request or response that the notice is about, as its kind defines.
	subject_id bigint NOT NULL,
	-- The parameters of the text. No secrets.
	facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
	created_at timestamptz NOT NULL,
	-- When the member saw the notice in the web client.
	read_at timestamptz,
	-- Whether a mail has still to be queued.
	mail_due boolean NOT NULL,
	-- A batch tells a member of each thing once.
	CONSTRAINT notice_once_in_a_batch UNIQUE (account_id, kind, subject_id, created_at)
);

-- A member's list, the newest first.
CREATE INDEX notice_account_created_at ON notice (account_id, created_at DESC);
CREATE INDEX notice_mail_due ON notice (kind) WHERE mail_due;
-- For the deletion of old notices.
CREATE INDEX notice_created_at ON notice (created_at);

-- The pending requests that assignment runs left behind. Rows are deleted with their request.
CREATE TABLE ungrouped_request (
	feedback_request_id bigint PRIMARY KEY REFERENCES feedback_request ON DELETE CASCADE,
	-- The number of days with such a run.
	runs integer NOT NULL CHECK (runs > 0),
	-- Several runs on one day (UTC) count once.
	last_run_on date NOT NULL
);
