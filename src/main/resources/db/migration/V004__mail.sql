-- The outbox. A row is written in the transaction that causes the letter; dispatchers of all instances carry it
-- to the mail server afterwards. A dispatcher that takes a row moves due_at into the future: should it die, the
-- row becomes due again by itself.
CREATE TABLE outgoing_mail (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	-- The same for every attempt, so that who gets a letter twice can tell.
	message_id uuid NOT NULL DEFAULT gen_random_uuid(),
	kind varchar(64) NOT NULL,
	-- Whom it is about, if anybody.
	account_id bigint REFERENCES account ON DELETE CASCADE,
	recipient varchar(254) NOT NULL CHECK (recipient <> ''),
	-- What the writer of the kind needs to know. No secrets: those are made when the letter is written.
	facts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(facts) = 'object'),
	-- Somebody sits and waits for it.
	urgent boolean NOT NULL DEFAULT false,
	state varchar(16) NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'SENT', 'GIVEN_UP')),
	created_at timestamptz NOT NULL,
	due_at timestamptz NOT NULL,
	failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
	last_error text,
	finished_at timestamptz,
	CONSTRAINT outgoing_mail_finished_unless_queued CHECK ((state = 'QUEUED') = (finished_at IS NULL))
);

CREATE UNIQUE INDEX outgoing_mail_message_id ON outgoing_mail (message_id);
-- What dispatchers look for, in their order.
CREATE INDEX outgoing_mail_due ON outgoing_mail (urgent DESC, due_at, id) WHERE state = 'QUEUED';
-- What operators look for, and what is removed after a while.
CREATE INDEX outgoing_mail_finished ON outgoing_mail (state, finished_at) WHERE state <> 'QUEUED';
CREATE INDEX outgoing_mail_account ON outgoing_mail (account_id);
-- The operators' filters.
CREATE INDEX outgoing_mail_given_up ON outgoing_mail (id) WHERE state = 'GIVEN_UP';
-- Mails to an address that has no account are found by this index only.
CREATE INDEX outgoing_mail_recipient ON outgoing_mail (lower(recipient));
