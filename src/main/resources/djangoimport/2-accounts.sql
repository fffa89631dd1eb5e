-- The address of an account is the email if it is valid, otherwise the username. If several users have exactly the same
-- email, the user who registered with it as username gets it. If neither is valid, the username is imported as a name
-- by which operators find the account.
CREATE TEMPORARY TABLE imported_account ON COMMIT DROP AS
WITH known AS (
	SELECT legacy.id, legacy.is_active, legacy.last_login, legacy.date_joined,
		coalesce(validated.email, legacy.email) AS email, coalesce(validated.username, legacy.username) AS username,
		coalesce(validated.email_valid, true) AS email_valid,
		coalesce(validated.username_valid, true) AS username_valid
	FROM legacy_user AS legacy
	LEFT JOIN validated_user AS validated ON validated.id = legacy.id
), at_email AS (
	SELECT DISTINCT ON (email) id, email AS address
	FROM known
	WHERE email_valid
	ORDER BY email, username = email DESC, id
), addressed AS (
	SELECT known.id, known.is_active, known.last_login, known.date_joined,
		CASE WHEN own.id IS NOT NULL THEN own.address
			WHEN known.username <> '' AND same_name.id IS NULL THEN known.username
			ELSE 'account-' || known.id END AS address,
		own.id IS NOT NULL OR (known.username_valid AND same_name.id IS NULL) AS valid,
		CASE WHEN known.email_valid AND own.id IS NULL THEN owner.id END AS address_owner_id
	FROM known
	LEFT JOIN at_email AS own ON own.id = known.id
	LEFT JOIN at_email AS owner ON owner.address = known.email
	LEFT JOIN at_email AS same_name ON same_name.address = known.username
)
-- Of accounts whose addresses differ in letter case only, the one in use is found by every spelling, except for the
-- exact spellings of the others (its twins).
SELECT id, address, valid, address_owner_id, first_value(id) OVER same_address AS default_id
FROM addressed
WINDOW same_address AS (
	PARTITION BY lower(address)
	ORDER BY is_active DESC, last_login DESC NULLS LAST, date_joined, id);

ANALYZE imported_account;

-- The addresses are imported as verified: the previous service has sent mails to them, and members must get these mails
-- after the import too.
INSERT INTO account (id, email, email_as_typed, email_verified_at, imported_twin, password_hash, operator,
	created_at, disabled_at)
OVERRIDING SYSTEM VALUE
SELECT legacy.id, imported.address,
	nullif(CASE imported.address WHEN validated.email THEN validated.email_as_typed
		WHEN validated.username THEN validated.username_as_typed END, imported.address),
	CASE WHEN imported.valid THEN settings.imported_at END,
	imported.id <> imported.default_id, settings.password_prefix || legacy.password,
	legacy.is_active AND (legacy.is_staff OR legacy.is_superuser), legacy.date_joined,
	CASE WHEN NOT legacy.is_active THEN settings.imported_at END
FROM legacy_user AS legacy
JOIN imported_account AS imported ON imported.id = legacy.id
LEFT JOIN validated_user AS validated ON validated.id = legacy.id
CROSS JOIN import_settings AS settings;

INSERT INTO mail_preference (account_id, kind, enabled)
SELECT user_id, 'reminder', false FROM legacy_member WHERE NOT send_reminder_emails;

INSERT INTO member_rating (account_id, rating, calculated_at)
SELECT member.user_id, member.rating, settings.imported_at
FROM legacy_member AS member
CROSS JOIN import_settings AS settings
WHERE member.rating BETWEEN 1 AND 5;

INSERT INTO import_issue (issue, id, conflicting_id)
SELECT 'TWIN', id, default_id FROM imported_account WHERE id <> default_id
UNION ALL
SELECT 'ADDRESS_TAKEN', id, address_owner_id FROM imported_account WHERE address_owner_id IS NOT NULL
UNION ALL
SELECT 'NO_ADDRESS', id, NULL FROM imported_account WHERE NOT valid
UNION ALL
SELECT 'OTHER_USERNAME', legacy.id, NULL
FROM legacy_user AS legacy
JOIN imported_account AS imported ON imported.id = legacy.id
WHERE legacy.username <> legacy.email AND imported.valid AND imported.address_owner_id IS NULL
UNION ALL
SELECT 'NO_PASSWORD', id, NULL FROM legacy_user WHERE password = '' OR password LIKE '!%'
UNION ALL
SELECT 'UNKNOWN_PASSWORD_HASH', legacy.id, NULL
FROM legacy_user AS legacy
JOIN validated_user AS validated ON validated.id = legacy.id
WHERE NOT validated.password_valid AND legacy.password <> '' AND legacy.password NOT LIKE '!%'
UNION ALL
SELECT 'NOT_ACTIVE', id, NULL FROM legacy_user WHERE NOT is_active
UNION ALL
SELECT 'OPERATOR', id, NULL FROM legacy_user WHERE is_active AND (is_staff OR is_superuser)
UNION ALL
SELECT 'NO_MEMBER_ROW', legacy.id, NULL
FROM legacy_user AS legacy
WHERE NOT EXISTS (SELECT FROM legacy_member AS member WHERE member.user_id = legacy.id)
UNION ALL
SELECT 'INVALID_MEMBER_RATING', id, NULL FROM legacy_member WHERE rating <> 0 AND rating NOT BETWEEN 1 AND 5;
