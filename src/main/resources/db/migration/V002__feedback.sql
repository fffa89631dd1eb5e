CREATE TABLE feedback_group (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name varchar(255) NOT NULL,
	created_at timestamptz NOT NULL
);

-- A request without a media type is trackless; one without a group is pending.
-- A group with members cannot be deleted. A person who leaves takes pending requests along; grouped ones stay,
-- without owner, URL and prompt, because other people's feedback hangs on them.
CREATE TABLE feedback_request (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	account_id bigint REFERENCES account ON DELETE SET NULL,
	media_url varchar(2000) CHECK (media_url <> ''),
	media_type varchar(32) CHECK (media_type IN ('SOUNDCLOUD', 'GOOGLEDRIVE', 'DROPBOX', 'ONEDRIVE')),
	genre varchar(32) NOT NULL
		CHECK (genre IN ('ELECTRONIC', 'HIPHOP', 'JAZZ', 'URBAN_RNB', 'POP', 'ROCK_METAL_PUNK', 'NO_GENRE')),
	feedback_prompt text,
	email_when_grouped boolean NOT NULL,
	feedback_group_id bigint REFERENCES feedback_group ON DELETE RESTRICT,
	created_at timestamptz NOT NULL,
	-- Came from the service before this one with a text that today's limits would refuse: a longer one, or none at all.
	beyond_limits boolean NOT NULL DEFAULT false,
	CONSTRAINT feedback_request_feedback_prompt_check CHECK (char_length(feedback_prompt) <= 10000 OR beyond_limits),
	-- Of a track whose owner left, only that there was one is kept.
	CONSTRAINT feedback_request_media_type_with_url CHECK (
		(media_url IS NULL) = (media_type IS NULL) OR (media_url IS NULL AND account_id IS NULL)),
	CONSTRAINT feedback_request_pending_has_owner CHECK (account_id IS NOT NULL OR feedback_group_id IS NOT NULL),
	-- Lets a form prove whose request it is about, see feedback_response.
	CONSTRAINT feedback_request_id_account_key UNIQUE (id, account_id)
);

-- The order of creation matters: where a race breaks both rules, PostgreSQL names the first.
CREATE UNIQUE INDEX feedback_request_one_pending_per_account ON feedback_request (account_id)
	WHERE feedback_group_id IS NULL;
CREATE UNIQUE INDEX feedback_request_one_pending_per_track ON feedback_request (media_url)
	WHERE feedback_group_id IS NULL;
-- The members of a group, each there once.
CREATE UNIQUE INDEX feedback_request_one_per_group_and_account ON feedback_request (feedback_group_id, account_id);
-- A member's groups, newest request first.
CREATE INDEX feedback_request_account_created_at ON feedback_request (account_id, created_at DESC, id DESC);

-- A form is a response that is not submitted yet. Its owner is the owner of the request it is about:
-- repeated here so that "nobody writes about their own track" is a constraint, and kept true by the
-- foreign key over both columns. Forms go with the request they are about, as long as it has an owner; what
-- a person wrote stays when they leave, as nobody's.
CREATE TABLE feedback_response (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	feedback_request_id bigint NOT NULL,
	owner_id bigint,
	responder_id bigint REFERENCES account ON DELETE SET NULL,
	feedback text,
	allow_replies boolean NOT NULL DEFAULT false,
	submitted_at timestamptz,
	rating smallint CHECK (rating BETWEEN 1 AND 5),
	-- As of a request.
	beyond_limits boolean NOT NULL DEFAULT false,
	CONSTRAINT feedback_response_feedback_check CHECK (char_length(feedback) BETWEEN 1 AND 20000 OR beyond_limits),
	CONSTRAINT feedback_response_request_fkey FOREIGN KEY (feedback_request_id, owner_id)
		REFERENCES feedback_request (id, account_id) ON DELETE CASCADE ON UPDATE CASCADE,
	CONSTRAINT feedback_response_not_about_own_track CHECK (owner_id <> responder_id),
	CONSTRAINT feedback_response_submitted_with_text_and_time CHECK ((feedback IS NULL) = (submitted_at IS NULL)),
	CONSTRAINT feedback_response_rated_once_submitted CHECK (rating IS NULL OR submitted_at IS NOT NULL),
	CONSTRAINT feedback_response_replies_once_submitted CHECK (NOT allow_replies OR submitted_at IS NOT NULL),
	-- A form that nobody can fill, or nobody would read, must not wait for it.
	CONSTRAINT feedback_response_form_has_both_sides CHECK (
		submitted_at IS NOT NULL OR (owner_id IS NOT NULL AND responder_id IS NOT NULL)),
	-- Also finds the responses on one request.
	CONSTRAINT feedback_response_one_per_request_and_responder UNIQUE (feedback_request_id, responder_id)
);

-- A member's forms, and how many of them are still to be filled.
CREATE INDEX feedback_response_responder ON feedback_response (responder_id, submitted_at);

-- The rating of a person, as the nightly run last left it. No row: unrated.
CREATE TABLE member_rating (
	account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
	rating double precision NOT NULL CHECK (rating BETWEEN 1 AND 5),
	calculated_at timestamptz NOT NULL
);

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

-- The operators' lists are read by id, the newest first. These indexes serve filters that select few of many rows.
CREATE INDEX feedback_request_pending ON feedback_request (id) WHERE feedback_group_id IS NULL;
CREATE INDEX feedback_request_track ON feedback_request (media_url);
CREATE INDEX feedback_response_form ON feedback_response (id) WHERE submitted_at IS NULL;
-- Rows are inserted in the order of time: a BRIN index of a few pages is enough to count a day's rows.
CREATE INDEX feedback_request_created_at ON feedback_request USING brin (created_at) WITH (autosummarize = on);
CREATE INDEX feedback_group_created_at ON feedback_group USING brin (created_at) WITH (autosummarize = on);
