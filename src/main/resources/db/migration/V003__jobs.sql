-- The lock that lets one instance at a time run a job. The library dictates its shape, down to the times, which it
-- writes as UTC without a zone: with one, instances in different zones would read each other's wrongly.
CREATE TABLE shedlock (
	name varchar(64) PRIMARY KEY,
	lock_until timestamp NOT NULL,
	locked_at timestamp NOT NULL,
	locked_by varchar(255) NOT NULL
);

-- What each run of a job did. A run that was killed stays RUNNING until the next run of its job,
-- which holds the lock and therefore knows better, marks it DIED.
CREATE TABLE job_run (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	job varchar(64) NOT NULL,
	started_at timestamptz NOT NULL,
	finished_at timestamptz,
	outcome varchar(16) NOT NULL CHECK (outcome IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'DIED')),
	-- json, not jsonb: it keeps the order in which people should read them.
	counts json NOT NULL DEFAULT '{}' CHECK (json_typeof(counts) = 'object'),
	CONSTRAINT job_run_finished_unless_running CHECK ((outcome = 'RUNNING') = (finished_at IS NULL))
);

CREATE INDEX job_run_job_started_at ON job_run (job, started_at DESC);
CREATE INDEX job_run_job ON job_run (job, id);
