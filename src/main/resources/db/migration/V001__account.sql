-- People. What identifies them lives here and, on its way to them, in outgoing_mail; a person who leaves
-- takes their row along.
CREATE TABLE account (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	email varchar(254) NOT NULL CHECK (email <> ''),
	-- Null while nobody has shown that mail to the address reaches them.
	email_verified_at timestamptz,
	-- The service before this one allowed addresses that differ in case alone. Of those that came from there, all but
	-- one are marked; see the index below.
	imported_twin boolean NOT NULL DEFAULT false,
	password_hash varchar(255) NOT NULL,
	operator boolean NOT NULL DEFAULT false,
	created_at timestamptz NOT NULL,
	-- By an operator. The account stays as it is, but nobody gets in.
	disabled_at timestamptz,
	-- Sessions of earlier generations are revoked, see revoked_session.
	session_generation integer NOT NULL DEFAULT 0,
	-- Opens the one door in the links below our letters: turning off letters of a kind.
	unsubscribe_key uuid NOT NULL DEFAULT gen_random_uuid()
);

-- One account per address, however it is written; and beside it, from the service before this one, twins, each with a
-- spelling of its own. One index, because all of them are looked for at once, by its first column.
CREATE UNIQUE INDEX account_email_key ON account (lower(email), (CASE WHEN imported_twin THEN email ELSE '' END));
CREATE UNIQUE INDEX account_unsubscribe_key ON account (unsubscribe_key);

-- Kinds of mail that a member has switched off, or on again. Without a row, a kind is on. The kinds are registered in the
-- code, so that a module can add one without a change of this table.
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

-- Links that were mailed to a person, to choose a new password or to verify the address. Only what the link hashes
-- to is kept.
CREATE TABLE mailed_link (
	token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
	purpose varchar(20) NOT NULL CHECK (purpose IN ('NEW_PASSWORD', 'VERIFY_ADDRESS')),
	account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
	-- Where it was mailed to. It is good only while the account is there, and, if it says so, in this generation of its
	-- sessions: a new password makes links to another void.
	address varchar(254) NOT NULL,
	generation integer,
	expires_at timestamptz NOT NULL
);

CREATE INDEX mailed_link_account ON mailed_link (account_id);

-- The operators' lists are read by id, the newest first. These indexes serve filters that select few of many rows.
CREATE INDEX account_operators ON account (id) WHERE operator;
CREATE INDEX account_disabled ON account (id) WHERE disabled_at IS NOT NULL;
-- Finds addresses by how they begin. The unique index finds whole addresses only, unless the database has the
-- collation "C".
CREATE INDEX account_email_beginning ON account (lower(email) text_pattern_ops);
-- Rows are inserted in the order of time: a BRIN index of a few pages is enough to count a day's rows.
CREATE INDEX account_created_at ON account USING brin (created_at) WITH (autosummarize = on);
