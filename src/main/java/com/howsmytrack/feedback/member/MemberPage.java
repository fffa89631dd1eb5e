package com.howsmytrack.feedback.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.MailPreferences;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.persistence.BatchingReader;
import com.howsmytrack.persistence.BatchingReaders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the page that the client requests most often, in one statement. It joins the table `account` of another module,
/// because a second statement for it would cost 7 % of the requests per second: `userDetails` then reached 0.43 instead of
/// 0.47 times as many as the bare SQL (`-Pbenchmark`, part `pages`).
@Component
class MemberPage {

	private static final String PAGE = """
			SELECT account.id, coalesce(account.email_as_typed, account.email) AS email,
				account.email_verified_at IS NOT NULL AS verified, account.email_refused_at IS NOT NULL AS refused,
				account.operator,
				member_rating.rating,
				%s AS notifications,
				ARRAY(SELECT kind FROM mail_preference WHERE account_id = account.id AND NOT enabled) AS switched_off
			FROM account
			LEFT JOIN member_rating ON member_rating.account_id = account.id
			WHERE account.id = ANY ((SELECT :members)::bigint[])""";

	private static final String NOTIFICATIONS = NotificationPage.OPEN_FORMS + " + " + NotificationPage.UNREAD_REPLIES;

	private final JdbcClient jdbc;

	private final BatchingReaders reads;

	private final VerifiedAddresses verifiedAddresses;

	private final MailPreferences mailPreferences;

	private final BatchingReader<AccountId, MemberView> withNotifications;

	private final BatchingReader<AccountId, MemberView> withoutNotifications;

	MemberPage(JdbcClient jdbc, BatchingReaders reads, VerifiedAddresses verifiedAddresses,
			MailPreferences mailPreferences) {
		this.jdbc = jdbc;
		this.reads = reads;
		this.verifiedAddresses = verifiedAddresses;
		this.mailPreferences = mailPreferences;
		this.withNotifications = pages(PAGE.formatted(NOTIFICATIONS));
		this.withoutNotifications = pages(PAGE.formatted("0"));
	}

	/// Empty if the account was deleted.
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
			List<String> switchedOff = List.of((String[]) rows.getArray("switched_off").getArray());
			long id = rows.getLong("id");
			pages.put(new AccountId(id),
					new MemberView(id, rows.getString("email"), rows.getObject("rating", Double.class),
							rows.getInt("notifications"), !switchedOff.contains(ContractMailKinds.REMINDER),
							!switchedOff.contains(ContractMailKinds.NEW_GROUP),
							this.mailPreferences.withSwitchedOff(switchedOff),
							!this.verifiedAddresses.areRequired() || rows.getBoolean("verified"),
							rows.getBoolean("refused"), this.verifiedAddresses.neededFor(),
							rows.getBoolean("operator")));
		}
		return pages;
	}

}
