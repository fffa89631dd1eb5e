-- What the services that host tracks say about them: the target of a short link, or title and artist. A row is due from
-- `due_at` on. While an instance works on it, `due_at` is the end of its lease, so that the row is due again if the
-- instance is killed.
CREATE TABLE track_lookup (
	-- As in feedback_request.
	track_key varchar(2000) PRIMARY KEY CHECK (track_key <> ''),
	url varchar(2000) NOT NULL CHECK (url <> ''),
	-- The host that is called. Each host has a queue of its own, so that a slow service delays no other.
	host varchar(253) NOT NULL CHECK (host <> ''),
	-- Whose calls are counted. Null after the look-up, and after the account was deleted.
	caused_by bigint REFERENCES account ON DELETE SET NULL,
	state varchar(32) NOT NULL DEFAULT 'DUE' CHECK (state IN ('DUE', 'FOUND', 'NOT_FOUND', 'GONE')),
	due_at timestamptz,
	failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
	-- When the service first said that the track does not exist.
	gone_since timestamptz,
	finished_at timestamptz,
	-- The link to which a short link leads.
	resolved_url varchar(2000) CHECK (resolved_url <> ''),
	title varchar(200) CHECK (title <> ''),
	artist varchar(200) CHECK (artist <> ''),
	CONSTRAINT track_lookup_due_or_finished CHECK ((state = 'DUE') = (due_at IS NOT NULL)
		AND (state = 'DUE' OR finished_at IS NOT NULL))
);

CREATE INDEX track_lookup_due ON track_lookup (host, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX track_lookup_caused_by ON track_lookup (caused_by) WHERE caused_by IS NOT NULL;
-- The short links that led to the track of a member who deletes the account.
CREATE INDEX track_lookup_resolved_url ON track_lookup (resolved_url) WHERE resolved_url IS NOT NULL;
