-- Accounts. The addresses of members are stored in this table, in mailed_link and in outgoing_mail. The deletion of an
-- account deletes its rows in all three, those with its former addresses too.
CREATE TABLE account (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	email varchar(254) NOT NULL CHECK (email <> ''),
	-- The address as members see it, where that differs: an international domain is ASCII in the column email.
	email_as_typed varchar(254) CHECK (email_as_typed <> '' AND email_as_typed <> email),
	-- How many mails in a row the mail server refused because of the address, and when that was often enough to mark the
	-- address: a marked address gets only mails that somebody asked for.
	email_refusals integer NOT NULL DEFAULT 0 CHECK (email_refusals >= 0),
	email_refused_at timestamptz,
	-- Null until the address is verified.
	email_verified_at timestamptz,
	-- The Django service allowed addresses that differ in letter case only. Of such imported accounts, all but one are
	-- marked; see the index below.
	imported_twin boolean NOT NULL DEFAULT false,
	password_hash varchar(255) NOT NULL,
	operator boolean NOT NULL DEFAULT false,
	created_at timestamptz NOT NULL,
	-- Set by an operator. A disabled account keeps its data, but allows no sign-in.
	disabled_at timestamptz,
	-- Sessions of earlier generations are revoked, see revoked_session.
	session_generation integer NOT NULL DEFAULT 0,
	-- The secret in unsubscribe links. It allows only to switch mails off. A change of the address or the password
	-- replaces it.
	unsubscribe_key uuid NOT NULL DEFAULT gen_random_uuid(),
	CONSTRAINT account_refused_after_refusals CHECK (email_refused_at IS NULL OR email_refusals > 0),
	CONSTRAINT account_operator_is_enabled CHECK (NOT operator OR disabled_at IS NULL)
);

-- One account for each address in any letter case, and its imported twins, each with a different spelling. It is one
-- index, so that one lookup of the first column finds all of them.
CREATE UNIQUE INDEX account_email_key ON account (lower(email), (CASE WHEN imported_twin THEN email ELSE '' END));
CREATE UNIQUE INDEX account_unsubscribe_key ON account (unsubscribe_key);

-- Kinds of mail that a member has switched off, or on again. Without a row, a kind is on. The kinds are registered in
-- the code, so that a module can add one without a change of this table.
CREATE TABLE mail_preference (
	account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
	kind varchar(64) NOT NULL,
	enabled boolean NOT NULL,
	PRIMARY KEY (account_id, kind)
);

-- Revoked sessions whose tokens have not expired. Each instance caches them, so that a request needs no statement to
-- check its session. No foreign key: the rows of a deleted account are still needed.
CREATE TABLE revoked_session (
	account_id bigint NOT NULL,
	-- Empty for all sessions of the account.
	session_id varchar(64) NOT NULL,
	-- Sessions of earlier generations are revoked.
	first_valid_generation integer NOT NULL,
	revoked_at timestamptz NOT NULL,
	-- The time after which no token of these sessions is valid.
	expires_at timestamptz NOT NULL,
	PRIMARY KEY (account_id, session_id)
);

CREATE INDEX revoked_session_revoked_at ON revoked_session (revoked_at);
CREATE INDEX revoked_session_expires_at ON revoked_session (expires_at);

-- Mailed links that set a new password or verify the address. Of the secret, only the hash is stored.
CREATE TABLE mailed_link (
	token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
	purpose varchar(20) NOT NULL CHECK (purpose IN ('NEW_PASSWORD', 'VERIFY_ADDRESS')),
	account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
	-- A link is valid only while the account has the address and, unless null, this generation of sessions: a new
	-- password makes earlier links invalid.
	address varchar(254) NOT NULL,
	generation integer,
	expires_at timestamptz NOT NULL
);

CREATE INDEX mailed_link_account ON mailed_link (account_id);

-- For the filters of operators' lists that select few of many rows.
CREATE INDEX account_operators ON account (id) WHERE operator;
CREATE INDEX account_disabled ON account (id) WHERE disabled_at IS NOT NULL;
CREATE INDEX account_email_refused ON account (id) WHERE email_refused_at IS NOT NULL;
-- Finds addresses by their beginning. The unique index can do that only if the database has the collation "C".
CREATE INDEX account_email_beginning ON account (lower(email) text_pattern_ops);
CREATE INDEX account_email_as_typed_beginning ON account (lower(email_as_typed) text_pattern_ops)
	WHERE email_as_typed IS NOT NULL;
-- Rows are inserted in the order of time: a BRIN index of a few pages is enough to count a day's rows.
CREATE INDEX account_created_at ON account USING brin (created_at) WITH (autosummarize = on);

-- The accounts of each day (UTC), for the usage figures.
CREATE FUNCTION registrations_per_day(beginning timestamptz, ending timestamptz)
	RETURNS TABLE (day date, registrations bigint) LANGUAGE sql STABLE AS $$
	SELECT (created_at AT TIME ZONE 'UTC')::date, count(*) FROM account
	WHERE created_at >= beginning AND created_at < ending GROUP BY 1
$$;
