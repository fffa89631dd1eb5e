package com.howsmytrack.feedback.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.MemberNotifications;
import com.howsmytrack.feedback.NotificationCounts;
import com.howsmytrack.persistence.BatchingReader;
import com.howsmytrack.persistence.BatchingReaders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the notifications of members, many of them in one statement.
@Component
class NotificationPage implements MemberNotifications {

	/// The number of unsubmitted forms of a member, with the id in `account.id`.
	static final String OPEN_FORMS = """
			(SELECT count(*) FROM feedback_response AS form
				WHERE form.responder_id = account.id AND form.submitted_at IS NULL)""";

	/// The number of unread replies to a member, with the id in `account.id`.
	static final String UNREAD_REPLIES = """
			(SELECT count(*) FROM feedback_reply AS reply
				WHERE reply.reader_id = account.id AND reply.read_at IS NULL AND reply.released_at IS NOT NULL)""";

	private static final String PAGE = """
			SELECT account.id, %s AS open_forms, %s AS unread_replies
			FROM unnest((SELECT :members)::bigint[]) AS account (id)""".formatted(OPEN_FORMS, UNREAD_REPLIES);

	private static final NotificationCounts NONE = new NotificationCounts(0, 0);

	private final JdbcClient jdbc;

	private final BatchingReader<AccountId, NotificationCounts> pages;

	NotificationPage(JdbcClient jdbc, BatchingReaders reads) {
		this.jdbc = jdbc;
		this.pages = reads.of("notifications", this::read);
	}

	@Override
	public NotificationCounts of(AccountId member) {
		return this.pages.of(member).orElse(NONE);
	}

	private Map<AccountId, NotificationCounts> read(List<AccountId> members) {
		return this.jdbc.sql(PAGE)
			.param("members", members.stream().map(AccountId::value).toArray(Long[]::new))
			.query(NotificationPage::counts);
	}

	private static Map<AccountId, NotificationCounts> counts(ResultSet rows) throws SQLException {
		Map<AccountId, NotificationCounts> counts = new HashMap<>();
		while (rows.next()) {
			counts.put(new AccountId(rows.getLong("id")),
					new NotificationCounts(rows.getInt("open_forms"), rows.getInt("unread_replies")));
		}
		return counts;
	}

}
