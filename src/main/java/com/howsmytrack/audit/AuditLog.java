package com.howsmytrack.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What operators changed, and why. It can be added to and read; the database refuses everything else.
@Component
public class AuditLog {

	private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
	};

	private static final String SELECT = """
			SELECT entry.id, entry.created_at, entry.operator_id, operator.email, entry.action, entry.subject,
				entry.subject_id, entry.person_id, entry.reason, entry.details
			FROM audit_log AS entry
			LEFT JOIN account AS operator ON operator.id = entry.operator_id""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/// As part of the caller's transaction: what is in the log happened, and what
	/// happened is in the log.
	/// @param operator null for the command line
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(@Nullable AccountId operator, AuditNote note, @Nullable String reason) {
		this.jdbc.sql("""
				INSERT INTO audit_log (created_at, operator_id, action, subject, subject_id, person_id, reason, details)
				VALUES (:now, :operator, :action, :subject, :subjectId, :person, :reason, CAST(:details AS jsonb))""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("operator", (operator != null) ? operator.value() : null)
			.param("action", note.action().name())
			.param("subject", (note.subject() != null) ? note.subject().name() : null)
			.param("subjectId", note.subjectId())
			.param("person", note.person())
			.param("reason", reason)
			.param("details", this.json.writeValueAsString(note.details()))
			.update();
	}

	/// The newest first.
	public Page<AuditEntry> find(AuditFilter filter, PageRange range) {
		AuditSubject subject = filter.subject();
		AuditAction action = filter.action();
		return KeysetQuery.of(SELECT, "entry.id")
			.where("entry.operator_id = :operator", "operator", filter.operator())
			.where("entry.person_id = :person", "person", filter.person())
			.where("entry.action = :action", "action", (action != null) ? action.name() : null)
			.where("entry.subject = :subject", "subject", (subject != null) ? subject.name() : null)
			.where("entry.subject_id = :subjectId", "subjectId", filter.subjectId())
			.read(this.jdbc, range, this::read);
	}

	private AuditEntry read(ResultSet row, int number) throws SQLException {
		String subject = row.getString("subject");
		return new AuditEntry(row.getLong("id"),
				row.getObject("created_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
				row.getObject("operator_id", Long.class), row.getString("email"),
				AuditAction.valueOf(row.getString("action")), (subject != null) ? AuditSubject.valueOf(subject) : null,
				row.getObject("subject_id", Long.class), row.getObject("person_id", Long.class),
				row.getString("reason"), this.json.readValue(row.getString("details"), DETAILS));
	}

}
