package com.howsmytrack.account.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.mail.MailKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the account and its preference in one statement, once for each mail.
@Component
class AccountMailRecipients implements MailRecipients {

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
		return this.jdbc.sql("""
				SELECT email, unsubscribe_key FROM account
				WHERE id = :account AND disabled_at IS NULL AND (email_verified_at IS NOT NULL OR NOT :onlyVerified)
					AND NOT EXISTS (SELECT FROM mail_preference
						WHERE account_id = :account AND kind = :kind AND NOT enabled)""")
			.param("account", account)
			.param("kind", kind.name())
			.param("onlyVerified", this.verifiedAddresses.areRequired())
			.query((row, _) -> recipient(kind, row))
			.optional();
	}

	private MailRecipient recipient(MailKind kind, ResultSet row) throws SQLException {
		return new MailRecipient(row.getString("email"),
				this.unsubscribeLinks.of(kind, row.getObject("unsubscribe_key", UUID.class)));
	}

}
