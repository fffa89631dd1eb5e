-- The outbox. A row is inserted in the transaction that causes the mail. Afterwards the dispatchers of all instances
-- send the mails. A dispatcher that claims a row moves due_at into the future: if the dispatcher dies, the row becomes
-- due again.
CREATE TABLE outgoing_mail (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	-- The same for all attempts, so that mail programs can recognize a duplicate.
	message_id uuid NOT NULL DEFAULT gen_random_uuid(),
	kind varchar(64) NOT NULL,
	-- The account that the mail is about, if any.
	account_id bigint REFERENCES account ON DELETE CASCADE,
	recipient varchar(254) NOT NULL CHECK (recipient <> ''),
	-- The parameters of the template. No secrets: those are created when the mail is sent.
	facts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(facts) = 'object'),
	-- The recipient is waiting for the mail.
	urgent boolean NOT NULL DEFAULT false,
	state varchar(16) NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'SENT', 'GIVEN_UP')),
	created_at timestamptz NOT NULL,
	due_at timestamptz NOT NULL,
	failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
	last_error text,
	-- The mail server refused the recipient's address for good. Each mail counts once for the account, also if an operator
	-- retries it.
	recipient_refused boolean NOT NULL DEFAULT false,
	finished_at timestamptz,
	CONSTRAINT outgoing_mail_finished_unless_queued CHECK ((state = 'QUEUED') = (finished_at IS NULL))
);

CREATE UNIQUE INDEX outgoing_mail_message_id ON outgoing_mail (message_id);
-- The due mails, in the order in which dispatchers claim them.
CREATE INDEX outgoing_mail_due ON outgoing_mail (urgent DESC, due_at, id) WHERE state = 'QUEUED';
-- For the deletion of old mails and for the operators' filter by state.
CREATE INDEX outgoing_mail_finished ON outgoing_mail (state, finished_at) WHERE state <> 'QUEUED';
CREATE INDEX outgoing_mail_account ON outgoing_mail (account_id);
-- For the operators' list of mails that were given up.
CREATE INDEX outgoing_mail_given_up ON outgoing_mail (id) WHERE state = 'GIVEN_UP';
CREATE INDEX outgoing_mail_recipient_refused ON outgoing_mail (id) WHERE recipient_refused;
-- For the operators' filter by address, which also finds mails that are about no account.
CREATE INDEX outgoing_mail_recipient ON outgoing_mail (lower(recipient));
