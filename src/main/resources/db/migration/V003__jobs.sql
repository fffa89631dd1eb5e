-- One lock for each job, so that one instance at a time runs it. ShedLock prescribes the columns. It writes times in UTC
-- without a zone; in columns with a zone, instances in different time zones would misread them.
CREATE TABLE shedlock (
	name varchar(64) PRIMARY KEY,
	lock_until timestamp NOT NULL,
	locked_at timestamp NOT NULL,
	locked_by varchar(255) NOT NULL
);

-- The runs of jobs. A killed run stays RUNNING until the next run of its job, which has taken the lock, marks it DIED.
CREATE TABLE job_run (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	job varchar(64) NOT NULL,
	started_at timestamptz NOT NULL,
	finished_at timestamptz,
	outcome varchar(16) NOT NULL CHECK (outcome IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'DIED')),
	-- What the run has committed. json keeps the order of the names, jsonb would not.
	counts json NOT NULL DEFAULT '{}' CHECK (json_typeof(counts) = 'object'),
	CONSTRAINT job_run_finished_unless_running CHECK ((outcome = 'RUNNING') = (finished_at IS NULL))
);

CREATE INDEX job_run_job_started_at ON job_run (job, started_at DESC);
CREATE INDEX job_run_job ON job_run (job, id);
