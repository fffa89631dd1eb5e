-- How often something was tried lately, by hashes of rule and subject. The library dictates the shape. Not logged:
-- after a crash of the database everybody may try anew.
CREATE UNLOGGED TABLE throttle (
	id varchar(64) PRIMARY KEY,
	state bytea,
	-- In milliseconds since the epoch.
	expires_at bigint
);

CREATE INDEX throttle_expires_at ON throttle (expires_at);
