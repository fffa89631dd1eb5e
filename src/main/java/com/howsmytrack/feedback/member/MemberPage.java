package com.howsmytrack.feedback.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.persistence.BatchingReader;
import com.howsmytrack.persistence.BatchingReaders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the busiest page of all in one statement, over the tables of the account and of this module.
@Component
class MemberPage {

	private static final String PAGE = """
			SELECT account.id, account.email, account.send_reminder_emails, account.send_group_emails,
				account.email_verified_at IS NOT NULL AS verified, member_rating.rating, %s AS notifications
			FROM account
			LEFT JOIN member_rating ON member_rating.account_id = account.id
			WHERE account.id = ANY ((SELECT :members)::bigint[])""";

	private static final String NOTIFICATIONS = """
			(SELECT count(*) FROM feedback_response AS form
				WHERE form.responder_id = account.id AND form.submitted_at IS NULL)
			+ (SELECT count(*) FROM feedback_reply AS reply
				WHERE reply.reader_id = account.id AND reply.read_at IS NULL)""";

	private final JdbcClient jdbc;

	private final BatchingReaders reads;

	private final VerifiedAddresses verifiedAddresses;

	private final BatchingReader<AccountId, MemberView> withNotifications;

	private final BatchingReader<AccountId, MemberView> withoutNotifications;

	MemberPage(JdbcClient jdbc, BatchingReaders reads, VerifiedAddresses verifiedAddresses) {
		this.jdbc = jdbc;
		this.reads = reads;
		this.verifiedAddresses = verifiedAddresses;
		this.withNotifications = pages(PAGE.formatted(NOTIFICATIONS));
		this.withoutNotifications = pages(PAGE.formatted("0"));
	}

	/// Empty when the account is gone.
	Optional<MemberView> of(AccountId member, boolean notifications) {
		return (notifications ? this.withNotifications : this.withoutNotifications).of(member);
	}

	private BatchingReader<AccountId, MemberView> pages(String sql) {
		return this.reads.of("userDetails",
				(members) -> this.jdbc.sql(sql)
					.param("members", members.stream().map(AccountId::value).toArray(Long[]::new))
					.query(this::read));
	}

	private Map<AccountId, MemberView> read(ResultSet rows) throws SQLException {
		Map<AccountId, MemberView> pages = new HashMap<>();
		while (rows.next()) {
			pages.put(new AccountId(rows.getLong("id")),
					new MemberView(rows.getString("email"), rows.getObject("rating", Double.class),
							rows.getInt("notifications"), rows.getBoolean("send_reminder_emails"),
							rows.getBoolean("send_group_emails"),
							!this.verifiedAddresses.areRequired() || rows.getBoolean("verified")));
		}
		return pages;
	}

}
