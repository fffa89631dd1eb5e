package com.howsmytrack.notification.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.persistence.Timestamps;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The visible notices of a member.
@Component
class Notices {

	private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
	};

	private static final String VISIBLE = "account_id = :member AND created_at <= :now AND kind = ANY (:kinds)";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final NoticeKinds kinds;

	private final NoticeSettings settings;

	private final Clock clock;

	Notices(JdbcClient jdbc, JsonMapper json, NoticeKinds kinds, NoticeSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.kinds = kinds;
		this.settings = settings;
		this.clock = clock;
	}

	/// The newest first. The order within a batch is random.
	List<NoticeView> of(AccountId member) {
		return visible("""
				SELECT id, kind, facts, created_at, read_at FROM notice WHERE %s
				ORDER BY created_at DESC, id LIMIT :kept""", member).param("kept", this.settings.kept())
			.query(this::read)
			.list();
	}

	/// The number of notices in the list that the member has not seen.
	int unread(AccountId member) {
		return visible("""
				SELECT count(*) FROM (
					SELECT read_at FROM notice WHERE %s ORDER BY created_at DESC, id LIMIT :kept) AS listed
				WHERE read_at IS NULL""", member).param("kept", this.settings.kept()).query(Integer.class).single();
	}

	/// Marks the member's notices with these ids as seen.
	void markAsRead(AccountId member, Collection<UUID> ids) {
		visible("UPDATE notice SET read_at = :now WHERE %s AND id = ANY (:ids) AND read_at IS NULL", member)
			.param("ids", ids.toArray(UUID[]::new))
			.update();
	}

	private JdbcClient.StatementSpec visible(String sql, AccountId member) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		return this.jdbc.sql(sql.formatted(VISIBLE))
			.param("member", member.value())
			.param("now", now)
			.param("kinds", this.kinds.names().toArray(String[]::new));
	}

	private NoticeView read(ResultSet row, int number) throws SQLException {
		NoticeKind kind = this.kinds.of(row.getString("kind"));
		NoticeText text = kind.text(new Facts(this.json.readValue(row.getString("facts"), FACTS)));
		return new NoticeView(row.getObject("id", UUID.class), kind.enumValue(), text.title(), text.text(), text.path(),
				text.link(), Timestamps.utc(row, "created_at"), row.getObject("read_at") != null);
	}

}
