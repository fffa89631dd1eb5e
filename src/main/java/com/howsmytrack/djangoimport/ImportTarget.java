package com.howsmytrack.djangoimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.howsmytrack.account.password.ImportedAccounts;
import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.track.Genre;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;

/// The database into which rows are imported: one transaction on a connection of its own, without the time limits of
/// members' statements.
final class ImportTarget implements AutoCloseable {

	private final Connection connection;

	private ImportTarget(Connection connection) {
		this.connection = connection;
	}

	static ImportTarget open(JdbcConnectionDetails details) throws SQLException {
		Connection connection = DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(),
				details.getPassword());
		connection.setAutoCommit(false);
		ImportTarget target = new ImportTarget(connection);
		target.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
		return target;
	}

	/// Locks the tables against writes until the end of the transaction, so that an empty
	/// database stays empty.
	boolean isEmpty() throws SQLException {
		execute("""
				SET LOCAL lock_timeout = '10s';
				LOCK TABLE account, member_rating, feedback_group, feedback_request, feedback_response, feedback_reply
				IN EXCLUSIVE MODE""");
		return count("""
				SELECT count(*) FROM (SELECT id FROM account UNION ALL SELECT id FROM feedback_group
					UNION ALL SELECT id FROM feedback_request LIMIT 1) AS row""") == 0;
	}

	/// Creates the staging tables.
	void prepare(Instant now) throws SQLException {
		script("1-staging");
		try (PreparedStatement statement = this.connection
			.prepareStatement("INSERT INTO import_settings VALUES (?, ?)")) {
			statement.setObject(1, Timestamps.utc(now));
			statement.setString(2, ImportedAccounts.passwordPrefix());
			statement.executeUpdate();
		}
		try (PreparedStatement statement = this.connection
			.prepareStatement("INSERT INTO known_genre SELECT unnest(?::text[])")) {
			statement.setObject(1, Arrays.stream(Genre.values()).map(Genre::name).toArray(String[]::new));
			statement.executeUpdate();
		}
	}

	RowWriter writerFor(LegacyTable table) throws SQLException {
		return new RowWriter(
				new CopyManager(this.connection.unwrap(BaseConnection.class)).copyIn(table.writeStatement()));
	}

	void validate() throws SQLException {
		execute("ANALYZE legacy_user, legacy_member, legacy_group, legacy_request, legacy_response, legacy_reply");
		ImportValidation validation = new ImportValidation(this.connection);
		validation.validateUsers();
		validation.validateRequests();
		execute("ANALYZE validated_user, validated_request");
	}

	/// Executes one of the files in `src/main/resources/djangoimport`.
	void script(String name) throws SQLException {
		try {
			execute(new ClassPathResource("djangoimport/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	long count(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	/// The number of rows of the table that are not imported because of an issue.
	long countNotImported(LegacyTable table) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT count(DISTINCT id) FROM import_issue WHERE issue = ANY (?)")) {
			statement.setObject(1,
					Arrays.stream(ImportIssue.values())
						.filter((issue) -> issue.table() == table && issue.preventsImport())
						.map(ImportIssue::name)
						.toArray(String[]::new));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	/// The rows with the issue, as `id` or `id (conflicting id)`.
	List<String> rowsWith(ImportIssue issue) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(
				"SELECT id || coalesce(' (' || conflicting_id || ')', '') FROM import_issue WHERE issue = ? ORDER BY id")) {
			statement.setString(1, issue.name());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					rows.add(row.getString(1));
				}
			}
		}
		return rows;
	}

	void commit() throws SQLException {
		this.connection.commit();
	}

	/// Rolls back what is not committed.
	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/// Writes rows in the format of COPY into a staging table.
	static final class RowWriter implements AutoCloseable {

		private final CopyIn copy;

		RowWriter(CopyIn copy) {
			this.copy = copy;
		}

		void write(byte[] row) throws SQLException {
			this.copy.writeToCopy(row, 0, row.length);
		}

		/// Ends the copy and returns the number of rows.
		long finish() throws SQLException {
			return this.copy.endCopy();
		}

		@Override
		public void close() throws SQLException {
			if (this.copy.isActive()) {
				this.copy.cancelCopy();
			}
		}

	}

}
