-- People. What identifies them lives here and nowhere else.
CREATE TABLE account (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	email varchar(254) NOT NULL CHECK (email <> ''),
	password_hash varchar(255) NOT NULL,
	send_reminder_emails boolean NOT NULL DEFAULT true,
	operator boolean NOT NULL DEFAULT false,
	created_at timestamptz NOT NULL
);

-- One account per address, however it is written.
CREATE UNIQUE INDEX account_email_key ON account (lower(email));
