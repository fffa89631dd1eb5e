-- The known columns of the previous service's database.
CREATE TABLE auth_user (
	id integer PRIMARY KEY,
	username varchar(150) NOT NULL UNIQUE,
	email varchar(254) NOT NULL,
	password varchar(128) NOT NULL,
	is_active boolean NOT NULL DEFAULT true,
	is_staff boolean NOT NULL DEFAULT false,
	is_superuser boolean NOT NULL DEFAULT false,
	date_joined timestamptz NOT NULL DEFAULT '2020-05-01 10:00+00',
	last_login timestamptz,
	first_name varchar(30) NOT NULL DEFAULT '',
	last_name varchar(150) NOT NULL DEFAULT ''
);

CREATE TABLE core_feedbackgroupsuser (
	id integer PRIMARY KEY,
	user_id integer NOT NULL UNIQUE REFERENCES auth_user,
	rating double precision NOT NULL DEFAULT 0,
	send_reminder_emails boolean NOT NULL DEFAULT true
);

CREATE TABLE core_feedbackgroup (
	id integer PRIMARY KEY,
	name varchar(255) NOT NULL,
	time_created timestamptz
);

CREATE TABLE core_feedbackrequest (
	id integer PRIMARY KEY,
	user_id integer NOT NULL REFERENCES core_feedbackgroupsuser,
	media_url varchar(255),
	media_type varchar(32),
	feedback_prompt text,
	genre varchar(32),
	feedback_group_id integer REFERENCES core_feedbackgroup,
	time_created timestamptz NOT NULL DEFAULT '2021-01-01 10:00+00',
	email_when_grouped boolean NOT NULL DEFAULT false,
	reminder_email_sent boolean NOT NULL DEFAULT false
);

CREATE TABLE core_feedbackresponse (
	id integer PRIMARY KEY,
	feedback_request_id integer NOT NULL REFERENCES core_feedbackrequest,
	user_id integer NOT NULL REFERENCES core_feedbackgroupsuser,
	feedback text,
	allow_replies boolean NOT NULL DEFAULT false,
	time_submitted timestamptz,
	submitted boolean NOT NULL DEFAULT false,
	rating integer
);

CREATE TABLE core_feedbackresponsereply (
	id integer PRIMARY KEY,
	feedback_response_id integer NOT NULL REFERENCES core_feedbackresponse,
	user_id integer NOT NULL REFERENCES core_feedbackgroupsuser,
	text text NOT NULL,
	allow_replies boolean NOT NULL DEFAULT true,
	time_created timestamptz NOT NULL DEFAULT '2021-01-04 10:00+00',
	time_read timestamptz
);
