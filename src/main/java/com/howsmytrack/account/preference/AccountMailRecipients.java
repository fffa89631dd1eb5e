package com.howsmytrack.account.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.mail.MailKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Decides who receives mails from the account and its preferences, in one statement.
@Component
class AccountMailRecipients implements MailRecipients {

	private static final String RECIPIENT = """
			recipient (account_id, email, unsubscribe_key) AS (
				SELECT id, email, unsubscribe_key FROM account
				WHERE disabled_at IS NULL AND email_refused_at IS NULL
					AND (email_verified_at IS NOT NULL OR NOT :recipient_verified)
					AND NOT EXISTS (SELECT FROM mail_preference AS preference
						WHERE preference.account_id = account.id AND preference.kind = :recipient_kind
							AND NOT preference.enabled))""";

	private final JdbcClient jdbc;

	private final VerifiedAddresses verifiedAddresses;

	private final UnsubscribeLinks unsubscribeLinks;

	AccountMailRecipients(JdbcClient jdbc, VerifiedAddresses verifiedAddresses, UnsubscribeLinks unsubscribeLinks) {
		this.jdbc = jdbc;
		this.verifiedAddresses = verifiedAddresses;
		this.unsubscribeLinks = unsubscribeLinks;
	}

	@Override
	public Optional<MailRecipient> of(MailKind kind, long account) {
		return this.jdbc
			.sql("WITH " + RECIPIENT + " SELECT email, unsubscribe_key FROM recipient WHERE account_id = :account")
			.params(parameters(kind))
			.param("account", account)
			.query((row, _) -> recipient(kind, row))
			.optional();
	}

	@Override
	public RecipientTable tableOf(MailKind kind) {
		return new RecipientTable(RECIPIENT, parameters(kind));
	}

	private Map<String, Object> parameters(MailKind kind) {
		return Map.of("recipient_kind", kind.name(), "recipient_verified", this.verifiedAddresses.areRequired());
	}

	private MailRecipient recipient(MailKind kind, ResultSet row) throws SQLException {
		return new MailRecipient(row.getString("email"),
				this.unsubscribeLinks.of(kind, row.getObject("unsubscribe_key", UUID.class)));
	}

}
