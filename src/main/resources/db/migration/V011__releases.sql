-- Artists and releases of music services, copied by the job fetch-new-releases. What disappears from a service stays here,
-- with the time of its last fetch, until it is older than the setting howsmytrack.releases.retention.
CREATE TABLE artist (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	source varchar(16) NOT NULL CHECK (source IN ('SPOTIFY', 'LISTENBRAINZ')),
	-- As the service identifies the artist. ListenBrainz names several artists in one text: then the ids of all of them.
	external_id text NOT NULL CHECK (char_length(external_id) BETWEEN 1 AND 1000),
	-- Some services send empty names.
	name text NOT NULL CHECK (char_length(name) <= 500),
	url text CHECK (url LIKE 'https://%' AND char_length(url) <= 2000),
	first_seen_at timestamptz NOT NULL,
	last_seen_at timestamptz NOT NULL,
	-- When the name or the URL last changed.
	changed_at timestamptz NOT NULL,
	CONSTRAINT artist_one_per_source_and_id UNIQUE (source, external_id)
);

CREATE TABLE release (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	source varchar(16) NOT NULL CHECK (source IN ('SPOTIFY', 'LISTENBRAINZ')),
	external_id text NOT NULL CHECK (char_length(external_id) BETWEEN 1 AND 1000),
	name text NOT NULL CHECK (char_length(name) <= 500),
	-- The names of all artists, as the service writes them.
	artist_credit text NOT NULL CHECK (char_length(artist_credit) <= 500),
	-- For example album or single, as the service calls it.
	kind varchar(50),
	-- The beginning of the day, the month or the year of the release, in UTC.
	released_at timestamptz NOT NULL,
	date_precision varchar(5) NOT NULL CHECK (date_precision IN ('DAY', 'MONTH', 'YEAR')),
	url text NOT NULL CHECK (url LIKE 'https://%' AND char_length(url) <= 2000),
	cover_url text CHECK (cover_url LIKE 'https://%' AND char_length(cover_url) <= 2000),
	-- The genres of the service to which the tags belong.
	genres text[] NOT NULL,
	first_seen_at timestamptz NOT NULL,
	last_seen_at timestamptz NOT NULL,
	-- When a column other than last_seen_at last changed.
	changed_at timestamptz NOT NULL,
	CONSTRAINT release_one_per_source_and_id UNIQUE (source, external_id)
);

-- The newest releases, and those that are older than the retention.
CREATE INDEX release_newest ON release (released_at, id);

CREATE TABLE release_artist (
	release_id bigint NOT NULL REFERENCES release ON DELETE CASCADE,
	artist_id bigint NOT NULL REFERENCES artist ON DELETE CASCADE,
	-- The order of the artists on the release, from 1.
	position integer NOT NULL CHECK (position > 0),
	PRIMARY KEY (release_id, artist_id)
);

CREATE INDEX release_artist_artist ON release_artist (artist_id);

-- What is known about each music service, for all instances.
CREATE TABLE release_source (
	source varchar(16) PRIMARY KEY CHECK (source IN ('SPOTIFY', 'LISTENBRAINZ')),
	-- When all pages were last read.
	last_success_at timestamptz,
	last_failure_at timestamptz,
	-- The reason of the last failure. Kept after a success.
	last_error text CHECK (char_length(last_error) <= 500),
	-- Failures since the last success.
	failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
	-- The service is not called before this time. Null: it can be called.
	next_try_at timestamptz,
	CONSTRAINT release_source_failure_with_error CHECK ((last_failure_at IS NULL) = (last_error IS NULL))
);

-- The search for a part of a name. The indexes contain the trigrams of each text: three letters or digits in a row.
CREATE INDEX release_trigrams ON release USING gin (name gin_trgm_ops, artist_credit gin_trgm_ops);
CREATE INDEX artist_trigrams ON artist USING gin (name gin_trgm_ops);
-- The releases of a genre.
CREATE INDEX release_genres ON release USING gin (genres);

-- The artists whose releases a member wants to see.
CREATE TABLE followed_artist (
	account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
	artist_id bigint NOT NULL REFERENCES artist ON DELETE CASCADE,
	followed_at timestamptz NOT NULL,
	PRIMARY KEY (account_id, artist_id)
);

CREATE INDEX followed_artist_artist ON followed_artist (artist_id);

-- The genres whose releases a member wants to see.
CREATE TABLE chosen_genre (
	account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
	genre varchar(20) NOT NULL
		CHECK (genre IN ('ELECTRONIC', 'HIPHOP', 'JAZZ', 'URBAN_RNB', 'POP', 'ROCK_METAL_PUNK', 'NO_GENRE')),
	PRIMARY KEY (account_id, genre)
);

-- The releases that a request for feedback names as references. A release to which a request refers is not deleted.
CREATE TABLE reference_release (
	request_id bigint NOT NULL REFERENCES feedback_request ON DELETE CASCADE,
	release_id bigint NOT NULL REFERENCES release ON DELETE RESTRICT,
	-- The order of the owner, from 1.
	position integer NOT NULL CHECK (position BETWEEN 1 AND 3),
	PRIMARY KEY (request_id, position),
	CONSTRAINT reference_release_once UNIQUE (request_id, release_id)
);

CREATE INDEX reference_release_release ON reference_release (release_id);
