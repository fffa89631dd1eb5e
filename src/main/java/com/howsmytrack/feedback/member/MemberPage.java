package com.howsmytrack.feedback.member;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.VerifiedAddresses;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the busiest page of all in one statement, over the tables of the account and of this module.
@Component
class MemberPage {

	private static final String NOTIFICATIONS = """
			(SELECT count(*) FROM feedback_response AS form
				WHERE form.responder_id = account.id AND form.submitted_at IS NULL)
			+ (SELECT count(*) FROM feedback_reply AS reply
				WHERE reply.reader_id = account.id AND reply.read_at IS NULL)""";

	private final JdbcClient jdbc;

	private final VerifiedAddresses verifiedAddresses;

	MemberPage(JdbcClient jdbc, VerifiedAddresses verifiedAddresses) {
		this.jdbc = jdbc;
		this.verifiedAddresses = verifiedAddresses;
	}

	/// Empty when the account is gone.
	Optional<MemberView> of(AccountId member, boolean withNotifications) {
		return this.jdbc
			.sql("""
					SELECT account.email, account.send_reminder_emails, account.send_group_emails, account.email_verified_at, member_rating.rating, %s AS notifications
					FROM account
					LEFT JOIN member_rating ON member_rating.account_id = account.id
					WHERE account.id = :member"""
				.formatted(withNotifications ? NOTIFICATIONS : "0"))
			.param("member", member.value())
			.query((row, _) -> new MemberView(row.getString("email"), row.getObject("rating", Double.class),
					row.getInt("notifications"), row.getBoolean("send_reminder_emails"),
					row.getBoolean("send_group_emails"),
					!this.verifiedAddresses.areRequired() || row.getTimestamp("email_verified_at") != null))
			.optional();
	}

}
