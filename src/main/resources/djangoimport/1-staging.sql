-- Where the rows of the service before this one lie, as they are, until the end of the transaction. What becomes of
-- them is told by the next files, each of which reads what the ones before it decided.
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

-- What only the application knows: one row.
CREATE TEMPORARY TABLE moving_day (at timestamptz NOT NULL, password_prefix text NOT NULL) ON COMMIT DROP;

CREATE TEMPORARY TABLE known_genre (name text PRIMARY KEY) ON COMMIT DROP;

-- What only the domain can judge, and found wanting: people of whom an address or the hash is of no use here.
CREATE TEMPORARY TABLE judged_user (
	id bigint PRIMARY KEY,
	email_works boolean NOT NULL,
	username_works boolean NOT NULL,
	password_works boolean NOT NULL
) ON COMMIT DROP;

-- Likewise: requests whose track is kept otherwise than it was, or that break a rule (a constant of Rule).
CREATE TEMPORARY TABLE judged_request (
	id bigint PRIMARY KEY,
	media_url text,
	media_type text,
	rule text,
	left_out boolean NOT NULL,
	other bigint
) ON COMMIT DROP;

-- The report. The rule is a constant of Rule; the other row is the one that stands in its way.
CREATE TEMPORARY TABLE odd_row (
	rule text NOT NULL,
	id bigint NOT NULL,
	other bigint
) ON COMMIT DROP;
