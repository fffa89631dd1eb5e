-- Staging tables: the rows of the previous service, unchanged, until the end of the transaction. The next files
-- import them. Each file reads the tables that the files before it filled.
SET LOCAL work_mem = '64MB';

CREATE TEMPORARY TABLE legacy_user (
	id bigint PRIMARY KEY,
	username text,
	email text,
	password text,
	is_active boolean,
	is_staff boolean,
	is_superuser boolean,
	date_joined timestamptz,
	last_login timestamptz
) ON COMMIT DROP;

CREATE TEMPORARY TABLE legacy_member (
	id bigint PRIMARY KEY,
	user_id bigint UNIQUE,
	rating double precision,
	send_reminder_emails boolean
) ON COMMIT DROP;

CREATE TEMPORARY TABLE legacy_group (
	id bigint PRIMARY KEY,
	name text,
	time_created timestamptz
) ON COMMIT DROP;

CREATE TEMPORARY TABLE legacy_request (
	id bigint PRIMARY KEY,
	user_id bigint,
	media_url text,
	media_type text,
	feedback_prompt text,
	genre text,
	feedback_group_id bigint,
	time_created timestamptz,
	email_when_grouped boolean,
	reminder_email_sent boolean
) ON COMMIT DROP;

CREATE TEMPORARY TABLE legacy_response (
	id bigint PRIMARY KEY,
	feedback_request_id bigint,
	user_id bigint,
	feedback text,
	allow_replies boolean,
	time_submitted timestamptz,
	submitted boolean,
	rating integer
) ON COMMIT DROP;

CREATE TEMPORARY TABLE legacy_reply (
	id bigint PRIMARY KEY,
	feedback_response_id bigint,
	user_id bigint,
	text text,
	allow_replies boolean,
	time_created timestamptz,
	time_read timestamptz
) ON COMMIT DROP;

-- One row: the time of the import and the prefix of imported password hashes.
CREATE TEMPORARY TABLE import_settings (imported_at timestamptz NOT NULL, password_prefix text NOT NULL) ON COMMIT DROP;

CREATE TEMPORARY TABLE known_genre (name text PRIMARY KEY) ON COMMIT DROP;

-- Filled by ImportValidation: users with an email, username or password hash that is not valid here, or with an address
-- that is written in another way here: without surrounding white space, and with an international domain in ASCII.
CREATE TEMPORARY TABLE validated_user (
	id bigint PRIMARY KEY,
	email_valid boolean NOT NULL,
	username_valid boolean NOT NULL,
	password_valid boolean NOT NULL,
	email text,
	email_as_typed text,
	username text,
	username_as_typed text
) ON COMMIT DROP;

-- Filled by ImportValidation: requests with a track, or that have an issue (a constant of
-- ImportIssue).
CREATE TEMPORARY TABLE validated_request (
	id bigint PRIMARY KEY,
	media_url text,
	media_type text,
	issue text,
	skipped boolean NOT NULL,
	conflicting_id bigint,
	track_key text,
	redirect_token text
) ON COMMIT DROP;

-- Replaces new ids that several rows have, until all rows differ.
CREATE PROCEDURE pg_temp.replace_duplicate_ids(imported regclass) LANGUAGE plpgsql AS $$
DECLARE
	replaced bigint;
BEGIN
	FOR attempt IN 1..20 LOOP
		EXECUTE format('
			UPDATE %1$s AS row SET new_id = random_id()
			FROM (SELECT id, row_number() OVER (PARTITION BY new_id ORDER BY id) AS number FROM %1$s) AS numbered
			WHERE numbered.id = row.id AND numbered.number > 1', imported);
		GET DIAGNOSTICS replaced = ROW_COUNT;
		IF replaced = 0 THEN
			RETURN;
		END IF;
	END LOOP;
	RAISE EXCEPTION 'Several rows of % have the same new id', imported;
END $$;

-- The report. The issue is a constant of ImportIssue; conflicting_id is the row that the row conflicts with.
CREATE TEMPORARY TABLE import_issue (
	issue text NOT NULL,
	id bigint NOT NULL,
	conflicting_id bigint
) ON COMMIT DROP;
