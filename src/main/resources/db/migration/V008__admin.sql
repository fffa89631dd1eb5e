-- How the service was used on each past day, in UTC. The job summarize-usage writes the rows. It computes a day again every
-- night for 30 days; after that the row is frozen, because counting 400 days of requests takes too long for a query.
CREATE TABLE usage_day (
	day date PRIMARY KEY,
	registrations bigint NOT NULL,
	requests bigint NOT NULL,
	groups_formed bigint NOT NULL,
	responses_asked bigint NOT NULL,
	responses_given bigint NOT NULL
);
