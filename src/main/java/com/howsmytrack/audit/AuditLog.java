package com.howsmytrack.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Records what operators changed and why, and which texts of members they read. Rows can only be added and read; a
/// trigger rejects everything else.
///
/// An audit row has no entity: one `INSERT` with a JSON column writes it, and rows are read only as pages of a list.
@Component
public class AuditLog {

	private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
	};

	private static final String SELECT = """
			SELECT id, created_at, operator_id, operator_email, action, subject, subject_id, person_id, reason, details
			FROM audit_log""";

	/// A row about reading has no subject, and is not in the index.
	private static final String WITH_DETAIL = """
			subject IS NOT NULL AND details @> ANY (CAST(:details AS jsonb[]))""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/// Adds a row in the caller's transaction, so that the row exists exactly if the
	/// change was committed. The row keeps the operator's current address, so that a
	/// later change of the address or the deletion of the account does not change it.
	/// @param operator id of the operator's account; null for the command line
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(@Nullable Long operator, AuditNote note, @Nullable String reason) {
		this.jdbc
			.sql("""
					INSERT INTO audit_log (created_at, operator_id, operator_email, action, subject, subject_id, person_id,
						reason, details)
					VALUES (:now, :operator, (SELECT coalesce(email_as_typed, email) FROM account WHERE id = :operator), :action, :subject,
						:subjectId, :person, :reason, CAST(:details AS jsonb))""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("operator", operator)
			.param("action", note.action().name())
			.param("subject", (note.subject() != null) ? note.subject().name() : null)
			.param("subjectId", note.subjectId())
			.param("person", note.person())
			.param("reason", reason)
			.param("details", this.json.writeValueAsString(note.details()))
			.update();
	}

	/// The newest row comes first.
	/// @param leftOut ids of rows that are not returned
	Page<AuditEntry> find(AuditFilter filter, Set<Long> leftOut, PageRange range) {
		AuditSubject subject = filter.subject();
		AuditAction action = filter.action();
		AuditDetail detail = filter.detail();
		return KeysetQuery.of(SELECT, "id")
			.where("operator_id = :operator", "operator", filter.operator())
			.where("person_id = :person", "person", filter.person())
			.where("action = :action", "action", (action != null) ? action.name() : null)
			.where("subject = :subject", "subject", (subject != null) ? subject.name() : null)
			.where("subject_id = :subjectId", "subjectId", filter.subjectId())
			.where(WITH_DETAIL, "details", (detail != null) ? alternatives(detail) : null)
			.where("id <> ALL (:leftOut)", "leftOut", leftOut.isEmpty() ? null : leftOut.toArray(Long[]::new))
			.read(this.jdbc, range, this::read);
	}

	/// All rows about a person, the oldest first.
	public List<AuditEntry> about(long person) {
		return this.jdbc.sql(SELECT + " WHERE person_id = :person ORDER BY id")
			.param("person", person)
			.query(this::read)
			.list();
	}

	/// All rows with a detail.
	List<AuditEntry> with(AuditDetail detail) {
		return this.jdbc.sql("%s WHERE %s".formatted(SELECT, WITH_DETAIL))
			.param("details", alternatives(detail))
			.query(this::read)
			.list();
	}

	private String[] alternatives(AuditDetail detail) {
		return detail.names()
			.stream()
			.map((name) -> this.json.writeValueAsString(Map.of(name, detail.id())))
			.toArray(String[]::new);
	}

	private AuditEntry read(ResultSet row, int number) throws SQLException {
		String subject = row.getString("subject");
		return new AuditEntry(row.getLong("id"), Timestamps.utc(row, "created_at"),
				row.getObject("operator_id", Long.class), row.getString("operator_email"),
				new AuditAction(row.getString("action")), (subject != null) ? new AuditSubject(subject) : null,
				row.getObject("subject_id", Long.class), row.getObject("person_id", Long.class),
				row.getString("reason"), this.json.readValue(row.getString("details"), DETAILS));
	}

}
