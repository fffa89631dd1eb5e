-- Counts of recent attempts. The id is a hash of limit and subject. Unlogged: a crash of the database empties the
-- table, which makes all attempts available again.
CREATE UNLOGGED TABLE rate_limit (
	id varchar(64) PRIMARY KEY,
	-- How many attempts are allowed at once, and how many microseconds it takes until one becomes available again.
	capacity integer NOT NULL CHECK (capacity > 0),
	step bigint NOT NULL CHECK (step > 0),
	-- When the full capacity is available again, in microseconds since the epoch.
	full_at bigint NOT NULL,
	-- How many attempts the last statement was granted.
	granted integer NOT NULL
) WITH (fillfactor = 50);
