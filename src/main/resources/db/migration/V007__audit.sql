-- What operators changed and why, and which texts of members they read. The row of a change is written in the transaction
-- of the change. A trigger rejects every change of a row; only the owner of the table can remove the trigger.
--
-- Ids have no foreign keys: a row is kept after the person or the request is deleted. The table has no texts and no
-- addresses of members, except the address of the operator. The names of actions and subjects are declared by the
-- modules, so no CHECK lists them.
CREATE TABLE audit_log (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	created_at timestamptz NOT NULL,
	-- The account of the operator; null for the command line.
	operator_id bigint,
	-- The address of the operator when the row was written.
	operator_email varchar(254),
	action varchar(64) NOT NULL CHECK (action <> ''),
	-- The type of the changed object; null if the change does not concern a single object.
	subject varchar(64) CHECK (subject <> ''),
	subject_id bigint,
	-- The account whose data was changed.
	person_id bigint,
	reason text CHECK (char_length(reason) BETWEEN 1 AND 1000),
	details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object'),
	CONSTRAINT audit_log_operator_with_email CHECK ((operator_id IS NULL) = (operator_email IS NULL)),
	CONSTRAINT audit_log_subject_with_id CHECK ((subject IS NULL) = (subject_id IS NULL))
);

CREATE INDEX audit_log_operator ON audit_log (operator_id, id);
CREATE INDEX audit_log_subject ON audit_log (subject, subject_id, id);
CREATE INDEX audit_log_person ON audit_log (person_id, id);
-- The corrections that concern a group: the details contain its id.
CREATE INDEX audit_log_details ON audit_log USING gin (details jsonb_path_ops) WHERE subject IS NOT NULL;

CREATE FUNCTION audit_log_reject_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit_log can only be added to' USING ERRCODE = 'restrict_violation';
END $$;

-- FOR EACH STATEMENT also rejects a statement that changes no row.
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
	FOR EACH STATEMENT EXECUTE FUNCTION audit_log_reject_change();
