-- An account's address is the email, as far as it is one; else the username, which is the only other thing that its
-- owner may know. Of several with exactly the same email, who registered with it has it. What is no address is kept
-- as a name to find the account by.
CREATE TEMPORARY TABLE moved_account ON COMMIT DROP AS
WITH known AS (
	SELECT person.*, coalesce(judged.email_works, true) AS email_works,
		coalesce(judged.username_works, true) AS username_works
	FROM legacy_user AS person
	LEFT JOIN judged_user AS judged ON judged.id = person.id
), at_email AS (
	SELECT DISTINCT ON (email) id, email AS address
	FROM known
	WHERE email_works
	ORDER BY email, username = email DESC, id
), addressed AS (
	SELECT known.id, known.is_active, known.last_login, known.date_joined,
		CASE WHEN mine.id IS NOT NULL THEN mine.address
			WHEN known.username <> '' AND namesake.id IS NULL THEN known.username
			ELSE 'account-' || known.id END AS address,
		mine.id IS NOT NULL OR (known.username_works AND namesake.id IS NULL) AS works,
		CASE WHEN known.email_works AND mine.id IS NULL THEN taker.id END AS taken_by
	FROM known
	LEFT JOIN at_email AS mine ON mine.id = known.id
	LEFT JOIN at_email AS taker ON taker.address = known.email
	LEFT JOIN at_email AS namesake ON namesake.address = known.username
)
-- Of addresses that differ in case alone, every spelling but those of the twins leads to the account that is in use.
SELECT id, address, works, taken_by, first_value(id) OVER alike AS plain_id
FROM addressed
WINDOW alike AS (PARTITION BY lower(address) ORDER BY is_active DESC, last_login DESC NULLS LAST, date_joined, id);

ANALYZE moved_account;

-- The service before this one has mailed these addresses all along: they are as good as verified, and nobody's mail
-- stops on moving day.
INSERT INTO account (id, email, email_verified_at, imported_twin, password_hash, send_reminder_emails, operator,
	created_at, disabled_at)
OVERRIDING SYSTEM VALUE
SELECT person.id, moved.address, CASE WHEN moved.works THEN moving_day.at END, moved.id <> moved.plain_id,
	moving_day.password_prefix || person.password, coalesce(member.send_reminder_emails, true),
	person.is_staff OR person.is_superuser, person.date_joined, CASE WHEN NOT person.is_active THEN moving_day.at END
FROM legacy_user AS person
JOIN moved_account AS moved ON moved.id = person.id
LEFT JOIN legacy_member AS member ON member.user_id = person.id
CROSS JOIN moving_day;

INSERT INTO member_rating (account_id, rating, calculated_at)
SELECT member.user_id, member.rating, moving_day.at
FROM legacy_member AS member
CROSS JOIN moving_day
WHERE member.rating BETWEEN 1 AND 5;

INSERT INTO odd_row (rule, id, other)
SELECT 'TWIN', id, plain_id FROM moved_account WHERE id <> plain_id
UNION ALL
SELECT 'ADDRESS_TAKEN', id, taken_by FROM moved_account WHERE taken_by IS NOT NULL
UNION ALL
SELECT 'NO_ADDRESS', id, NULL FROM moved_account WHERE NOT works
UNION ALL
SELECT 'OTHER_USERNAME', person.id, NULL
FROM legacy_user AS person
JOIN moved_account AS moved ON moved.id = person.id
WHERE person.username <> person.email AND moved.works AND moved.taken_by IS NULL
UNION ALL
SELECT 'NO_PASSWORD', id, NULL FROM legacy_user WHERE password = '' OR password LIKE '!%'
UNION ALL
SELECT 'UNKNOWN_PASSWORD_HASH', person.id, NULL
FROM legacy_user AS person
JOIN judged_user AS judged ON judged.id = person.id
WHERE NOT judged.password_works AND person.password <> '' AND person.password NOT LIKE '!%'
UNION ALL
SELECT 'NOT_ACTIVE', id, NULL FROM legacy_user WHERE NOT is_active
UNION ALL
SELECT 'OPERATOR', id, NULL FROM legacy_user WHERE is_staff OR is_superuser
UNION ALL
SELECT 'NO_MEMBER', person.id, NULL
FROM legacy_user AS person
WHERE NOT EXISTS (SELECT FROM legacy_member AS member WHERE member.user_id = person.id)
UNION ALL
SELECT 'IMPOSSIBLE_RATING_OF_MEMBER', id, NULL FROM legacy_member WHERE rating <> 0 AND rating NOT BETWEEN 1 AND 5;
