-- The owner of a database may create this extension. If it exists already, it can be in any schema of the search path.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A random id from 1 to 2147483647, the largest Int in GraphQL. An id that follows the order of insertion would tell
-- members which forms were created together and in which order, and so who wrote a response. gen_random_uuid() is
-- cryptographically secure; random() is not. The function can return an id that exists already.
CREATE FUNCTION random_id() RETURNS integer LANGUAGE sql VOLATILE PARALLEL SAFE
	RETURN greatest(1, ('x' || left(gen_random_uuid()::text, 8))::bit(32)::integer & 2147483647);

CREATE TABLE feedback_group (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name varchar(255) NOT NULL,
	created_at timestamptz NOT NULL,
	-- The genres of the pool from which the group was formed. The requests of the group can have fewer genres.
	genres varchar(32)[] NOT NULL DEFAULT '{}'
);

-- A request without a media type is trackless. A request without a group is pending.
-- A group with members cannot be deleted. When a member deletes the account, pending requests are deleted; grouped requests
-- are kept without owner, URL and prompt, because responses of other members refer to them.
CREATE TABLE feedback_request (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	account_id bigint REFERENCES account ON DELETE SET NULL,
	media_url varchar(2000) CHECK (media_url <> ''),
	-- The names are those of the constants of MediaSource.
	media_type varchar(32) CHECK (media_type ~ '^[A-Z]+$'),
	-- Identifies the track: all links of a track have the same key. Null for a link of a form that is not supported, which
	-- only the Django service accepted: it has no key but itself.
	track_key varchar(2000) CHECK (track_key <> ''),
	-- The secret part of the address that redirects to the track, for links from which the client of the wire contract
	-- cannot build a player. Null for other links. A new track gets a new one.
	redirect_token varchar(64),
	genre varchar(32) NOT NULL
		CHECK (genre IN ('ELECTRONIC', 'HIPHOP', 'JAZZ', 'URBAN_RNB', 'POP', 'ROCK_METAL_PUNK', 'NO_GENRE')),
	feedback_prompt text,
	email_when_grouped boolean NOT NULL,
	feedback_group_id bigint REFERENCES feedback_group ON DELETE RESTRICT,
	created_at timestamptz NOT NULL,
	-- Imported from the Django service with a text that breaks today's limits: too long, or empty.
	beyond_limits boolean NOT NULL DEFAULT false,
	-- After an operator removed the request from its group: the owner, who had submitted all forms and can export the
	-- received feedback. Null if the owner still owed forms.
	former_owner_id bigint REFERENCES account ON DELETE SET NULL,
	CONSTRAINT feedback_request_feedback_prompt_check CHECK (char_length(feedback_prompt) <= 10000 OR beyond_limits),
	CONSTRAINT feedback_request_track_key_with_url CHECK (
		media_url IS NOT NULL OR (track_key IS NULL AND redirect_token IS NULL)),
	-- After the owner deleted the account, only the media type is left.
	CONSTRAINT feedback_request_media_type_with_url CHECK (
		(media_url IS NULL) = (media_type IS NULL) OR (media_url IS NULL AND account_id IS NULL)),
	CONSTRAINT feedback_request_pending_has_owner CHECK (account_id IS NOT NULL OR feedback_group_id IS NOT NULL),
	-- Target of the foreign key of feedback_response.
	CONSTRAINT feedback_request_id_account_key UNIQUE (id, account_id)
);

-- The order of creation matters: if a row violates both indexes, PostgreSQL reports the first one.
CREATE UNIQUE INDEX feedback_request_one_pending_per_account ON feedback_request (account_id)
	WHERE feedback_group_id IS NULL;
CREATE UNIQUE INDEX feedback_request_one_pending_per_track ON feedback_request (coalesce(track_key, media_url))
	WHERE feedback_group_id IS NULL;
CREATE UNIQUE INDEX feedback_request_redirect_token ON feedback_request (redirect_token);
-- The members of a group, each member once.
CREATE UNIQUE INDEX feedback_request_one_per_group_and_account ON feedback_request (feedback_group_id, account_id);
-- A member's groups, the newest request first.
CREATE INDEX feedback_request_account_created_at ON feedback_request (account_id, created_at DESC, id DESC);

-- The removed requests in a member's export.
CREATE INDEX feedback_request_former_owner ON feedback_request (former_owner_id) WHERE former_owner_id IS NOT NULL;

-- A form is a response that is not submitted. owner_id repeats the owner of the request, so that a constraint can forbid
-- responses on one's own track; the foreign key over both columns keeps the copy correct. Forms are deleted with their
-- request, and when the owner or the responder deletes the account. Submitted responses are kept; the column of the deleted
-- account becomes null.
CREATE TABLE feedback_response (
	id integer PRIMARY KEY DEFAULT random_id(),
	feedback_request_id bigint NOT NULL,
	owner_id bigint,
	responder_id bigint REFERENCES account ON DELETE SET NULL,
	feedback text,
	allow_replies boolean NOT NULL DEFAULT false,
	submitted_at timestamptz,
	-- When the response became visible to the owner of the track. Null until then.
	released_at timestamptz,
	-- The batch of notices that told the owner of the track about the response. Null until then.
	announced_at timestamptz,
	rating smallint CHECK (rating BETWEEN 1 AND 5),
	-- When the owner of the track rated the response. Null for ratings that were imported from the Django service.
	rated_at timestamptz,
	-- When the nightly job first included the rating in the rating of the responder. For imported ratings, the time of the
	-- import.
	counted_at timestamptz,
	-- As in feedback_request.
	beyond_limits boolean NOT NULL DEFAULT false,
	-- Set when a move by an operator separates the two requests of a response: the request of the responder. The
	-- responder still sees the response in the group of this request. Null while both requests are in the same group.
	responder_request_id bigint REFERENCES feedback_request ON DELETE SET NULL,
	CONSTRAINT feedback_response_feedback_check CHECK (char_length(feedback) BETWEEN 1 AND 20000 OR beyond_limits),
	CONSTRAINT feedback_response_request_fkey FOREIGN KEY (feedback_request_id, owner_id)
		REFERENCES feedback_request (id, account_id) ON DELETE CASCADE ON UPDATE CASCADE,
	CONSTRAINT feedback_response_not_about_own_track CHECK (owner_id <> responder_id),
	CONSTRAINT feedback_response_submitted_with_text_and_time CHECK ((feedback IS NULL) = (submitted_at IS NULL)),
	CONSTRAINT feedback_response_released_once_submitted CHECK (released_at IS NULL OR submitted_at IS NOT NULL),
	CONSTRAINT feedback_response_announced_once_released CHECK (announced_at IS NULL OR released_at IS NOT NULL),
	CONSTRAINT feedback_response_rated_once_submitted CHECK (rating IS NULL OR submitted_at IS NOT NULL),
	CONSTRAINT feedback_response_rating_times_with_rating CHECK (
		rating IS NOT NULL OR (rated_at IS NULL AND counted_at IS NULL)),
	CONSTRAINT feedback_response_replies_once_submitted CHECK (NOT allow_replies OR submitted_at IS NOT NULL),
	-- A form that cannot be submitted, or that has no reader, must not exist.
	CONSTRAINT feedback_response_form_has_both_sides CHECK (
		submitted_at IS NOT NULL OR (owner_id IS NOT NULL AND responder_id IS NOT NULL)),
	-- Its index also finds the responses on one request.
	CONSTRAINT feedback_response_one_per_request_and_responder UNIQUE (feedback_request_id, responder_id)
);

-- A member's forms, and the number of forms to submit.
CREATE INDEX feedback_response_responder ON feedback_response (responder_id, submitted_at);
-- The responses that the next batch releases.
CREATE INDEX feedback_response_unreleased ON feedback_response (submitted_at)
	WHERE submitted_at IS NOT NULL AND released_at IS NULL;
-- The responses of which the next batches of notices tell.
CREATE INDEX feedback_response_unannounced ON feedback_response (released_at)
	WHERE released_at IS NOT NULL AND announced_at IS NULL;

-- The responses that a member still sees after a move. Almost always empty.
CREATE INDEX feedback_response_responder_request ON feedback_response (responder_request_id)
	WHERE responder_request_id IS NOT NULL;

-- The rating of a member, as the nightly job calculated it. Without a row, the member is unrated. calculated_at is the time
-- of the last calculation that counted a new rating or changed the rating of the member.
CREATE TABLE member_rating (
	account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
	rating double precision NOT NULL CHECK (rating BETWEEN 1 AND 5),
	calculated_at timestamptz NOT NULL
);

-- Replies below a response. The writer is stored only as a side of the response, so the writer is always one of its two
-- members.
CREATE TABLE feedback_reply (
	id integer PRIMARY KEY DEFAULT random_id(),
	feedback_response_id integer NOT NULL REFERENCES feedback_response ON DELETE CASCADE,
	-- True: written by the owner of the track. False: written by the responder.
	from_owner boolean NOT NULL,
	-- The other member, for whom the reply is unread. Null after that member deleted the account.
	reader_id bigint REFERENCES account ON DELETE SET NULL,
	text text NOT NULL,
	allow_replies boolean NOT NULL,
	created_at timestamptz NOT NULL,
	-- When the reply became visible to the other member. Null until then.
	released_at timestamptz,
	-- The batch of notices that told the other member about the reply. Null until then.
	announced_at timestamptz,
	-- When the other member read the reply.
	read_at timestamptz,
	-- As in feedback_request.
	beyond_limits boolean NOT NULL DEFAULT false,
	CONSTRAINT feedback_reply_announced_once_released CHECK (announced_at IS NULL OR released_at IS NOT NULL),
	CONSTRAINT feedback_reply_text_check CHECK (char_length(text) BETWEEN 1 AND 10000 OR beyond_limits)
);

-- A conversation, the oldest reply first.
CREATE INDEX feedback_reply_response ON feedback_reply (feedback_response_id, created_at);
-- Each side closes a conversation at most once. Both sides can close it, if the closing reply of one side is not yet
-- released to the other side.
CREATE UNIQUE INDEX feedback_reply_closes_once ON feedback_reply (feedback_response_id, from_owner)
	WHERE NOT allow_replies;
-- The unread replies of a member.
CREATE INDEX feedback_reply_unread ON feedback_reply (reader_id) WHERE read_at IS NULL AND released_at IS NOT NULL;
-- The replies that the next batches release.
CREATE INDEX feedback_reply_unreleased ON feedback_reply (created_at) WHERE released_at IS NULL;
-- The replies of which the next batches of notices tell.
CREATE INDEX feedback_reply_unannounced ON feedback_reply (released_at)
	WHERE released_at IS NOT NULL AND announced_at IS NULL AND read_at IS NULL;
-- The replies that a member can read, for the deletion of an account.
CREATE INDEX feedback_reply_reader ON feedback_reply (reader_id);

-- The operators' lists are ordered by age, the newest first. These indexes serve filters that match few of many rows, and
-- the list of replies, whose ids are random.
CREATE INDEX feedback_request_pending ON feedback_request (id) WHERE feedback_group_id IS NULL;
CREATE INDEX feedback_request_track ON feedback_request (media_url);
-- The requests for a track whose short link is resolved, or which was found to be gone.
CREATE INDEX feedback_request_track_key ON feedback_request (track_key);
CREATE INDEX feedback_response_form ON feedback_response (feedback_request_id) WHERE submitted_at IS NULL;
CREATE INDEX feedback_reply_created_at ON feedback_reply (created_at);
-- The operators' search for a part of a text. The indexes contain the trigrams of each text: three letters or digits in a row.
-- A database whose locale has only ASCII letters finds texts in other scripts without these indexes, by reading all rows.
CREATE INDEX feedback_group_name_trigrams ON feedback_group USING gin (name gin_trgm_ops);
CREATE INDEX feedback_request_trigrams ON feedback_request USING gin (media_url gin_trgm_ops, feedback_prompt gin_trgm_ops);
CREATE INDEX feedback_response_trigrams ON feedback_response USING gin (feedback gin_trgm_ops);
CREATE INDEX feedback_reply_trigrams ON feedback_reply USING gin (text gin_trgm_ops);
-- Rows are inserted in the order of time, so a BRIN index of a few pages is enough to count the rows of a day.
CREATE INDEX feedback_request_created_at ON feedback_request USING brin (created_at) WITH (autosummarize = on);
CREATE INDEX feedback_group_created_at ON feedback_group USING brin (created_at) WITH (autosummarize = on);

-- The requests, and the groups with their forms, of each day (UTC), for the usage figures. Responses count from their
-- release, because otherwise the figures of today would tell operators when a response in their own group is submitted.
CREATE FUNCTION requests_per_day(beginning timestamptz, ending timestamptz)
	RETURNS TABLE (day date, requests bigint) LANGUAGE sql STABLE AS $$
	SELECT (created_at AT TIME ZONE 'UTC')::date, count(*) FROM feedback_request
	WHERE created_at >= beginning AND created_at < ending GROUP BY 1
$$;

CREATE FUNCTION groups_per_day(beginning timestamptz, ending timestamptz)
	RETURNS TABLE (day date, formed bigint, asked bigint, given bigint) LANGUAGE sql STABLE AS $$
	SELECT (formed.created_at AT TIME ZONE 'UTC')::date, count(DISTINCT formed.id), count(response.id),
		count(response.released_at)
	FROM feedback_group AS formed
	LEFT JOIN feedback_request AS request ON request.feedback_group_id = formed.id
	LEFT JOIN feedback_response AS response ON response.feedback_request_id = request.id
	WHERE formed.created_at >= beginning AND formed.created_at < ending GROUP BY 1
$$;
