-- What operators changed, and why. Rows are written in the transaction of the change, and never again touched: a trigger
-- sees to that, whoever asks. Only who owns the table can take the trigger away.
--
-- Ids without foreign keys: a person may leave, and a request be removed, but what was done about them stays known. No
-- texts and no addresses of members are here.
CREATE TABLE audit_log (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	created_at timestamptz NOT NULL,
	-- The account of the operator. Null: the command line.
	operator_id bigint,
	action varchar(32) NOT NULL CHECK (action <> ''),
	-- What was changed, where it is one thing.
	subject varchar(16) CHECK (subject IN ('PERSON', 'REQUEST', 'RESPONSE', 'MAIL', 'JOB_RUN')),
	subject_id bigint,
	-- The member whose account, request, response or mail it was.
	person_id bigint,
	reason text CHECK (char_length(reason) BETWEEN 1 AND 1000),
	details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object'),
	CONSTRAINT audit_log_subject_with_id CHECK ((subject IS NULL) = (subject_id IS NULL))
);

CREATE INDEX audit_log_operator ON audit_log (operator_id, id);
CREATE INDEX audit_log_subject ON audit_log (subject, subject_id, id);
CREATE INDEX audit_log_person ON audit_log (person_id, id);

CREATE FUNCTION audit_log_stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit_log can only be added to' USING ERRCODE = 'restrict_violation';
END $$;

-- For each statement, not for each row: one that would change nothing is refused as well.
CREATE TRIGGER audit_log_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
	FOR EACH STATEMENT EXECUTE FUNCTION audit_log_stays_as_it_is();
