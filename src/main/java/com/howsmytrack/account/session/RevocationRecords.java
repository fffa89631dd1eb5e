package com.howsmytrack.account.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.persistence.Timestamps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the stored revocations of sessions for the export of personal data. Sessions that are not revoked are not
/// stored.
@Component
public class RevocationRecords {

	private final JdbcClient jdbc;

	RevocationRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The oldest first. Sorted here: for `ORDER BY revoked_at`, PostgreSQL may read the
	/// rows of all accounts in the order of an index.
	public List<Revocation> of(AccountId account) {
		return this.jdbc.sql("""
				SELECT session_id = '' AS all_sessions, revoked_at, expires_at FROM revoked_session
				WHERE account_id = :account""")
			.param("account", account.value())
			.query((row, _) -> new Revocation(row.getBoolean("all_sessions"), Timestamps.instant(row, "revoked_at"),
					Timestamps.instant(row, "expires_at")))
			.list()
			.stream()
			.sorted(Comparator.comparing(Revocation::revokedAt))
			.toList();
	}

	/// A revocation that is stored until the revoked tokens have expired.
	///
	/// @param allSessions whether all sessions of the account were revoked, or a single
	/// one
	/// @param storedUntil when the last token of these sessions expires
	public record Revocation(boolean allSessions, Instant revokedAt, Instant storedUntil) {
	}

}
