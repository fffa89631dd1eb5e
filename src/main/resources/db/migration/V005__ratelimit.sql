-- How often something was tried lately, by hashes of rule and subject. Not logged: after a crash of the database
-- everybody may try anew.
CREATE UNLOGGED TABLE rate_limit (
	id varchar(64) PRIMARY KEY,
	-- How many tries are free at once, and how many microseconds one takes to come back.
	capacity integer NOT NULL CHECK (capacity > 0),
	step bigint NOT NULL CHECK (step > 0),
	-- When all tries will have come back, in microseconds since the epoch.
	full_at bigint NOT NULL,
	-- How many the last who asked was given.
	granted integer NOT NULL
) WITH (fillfactor = 50);
