package com.howsmytrack.account.refusal;

import java.time.Clock;
import java.time.ZoneOffset;

import com.howsmytrack.account.core.AddressSettings;
import com.howsmytrack.mail.RecipientAccepted;
import com.howsmytrack.mail.RecipientRefused;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts the mails in a row that the mail server refused because of the address of an account, and marks the address
/// after several. An accepted mail sets the count back to zero and ends the mark. So does a new or verified address; see
/// `Account`.
///
/// Each event is one conditional statement, because the mails of an account can be sent by several instances at once. A
/// mail to a former address changes nothing.
@Component
class AddressRefusals {

	private static final String SAME_ADDRESS = " WHERE id = :account AND lower(email) = lower(:recipient)";

	private final JdbcClient jdbc;

	private final AddressSettings settings;

	private final Clock clock;

	AddressRefusals(JdbcClient jdbc, AddressSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void count(RecipientRefused refusal) {
		this.jdbc.sql("""
				UPDATE account SET email_refusals = email_refusals + 1, email_refused_at =
					CASE WHEN email_refusals + 1 >= :limit THEN coalesce(email_refused_at, :now) END""" + SAME_ADDRESS)
			.param("limit", this.settings.refusalsUntilMarked())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("account", refusal.account())
			.param("recipient", refusal.recipient())
			.update();
	}

	@EventListener
	void forget(RecipientAccepted acceptance) {
		this.jdbc
			.sql("UPDATE account SET email_refusals = 0, email_refused_at = NULL" + SAME_ADDRESS
					+ " AND email_refusals > 0")
			.param("account", acceptance.account())
			.param("recipient", acceptance.recipient())
			.update();
	}

}
