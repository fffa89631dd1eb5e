-- What the two sides of a response say to each other below it. Who wrote a reply is told by the side alone, so it
-- can only be one of the two.
CREATE TABLE feedback_reply (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	feedback_response_id bigint NOT NULL REFERENCES feedback_response ON DELETE CASCADE,
	-- By the owner of the track; otherwise by who wrote the response.
	from_owner boolean NOT NULL,
	-- The other side, repeated here so that what waits for a person is found at once. Null when they left.
	reader_id bigint REFERENCES account ON DELETE SET NULL,
	text text NOT NULL,
	allow_replies boolean NOT NULL,
	created_at timestamptz NOT NULL,
	-- By the other side.
	read_at timestamptz,
	-- As of a request.
	beyond_limits boolean NOT NULL DEFAULT false,
	CONSTRAINT feedback_reply_text_check CHECK (char_length(text) BETWEEN 1 AND 10000 OR beyond_limits)
);

-- A conversation, oldest first.
CREATE INDEX feedback_reply_response ON feedback_reply (feedback_response_id, id);
-- A conversation is closed once. Two who close it at once: one is told that it is closed.
CREATE UNIQUE INDEX feedback_reply_closes_once ON feedback_reply (feedback_response_id) WHERE NOT allow_replies;
-- What waits for a person.
CREATE INDEX feedback_reply_unread ON feedback_reply (reader_id) WHERE read_at IS NULL;
-- Finds what a person who leaves was to read.
CREATE INDEX feedback_reply_reader ON feedback_reply (reader_id);
