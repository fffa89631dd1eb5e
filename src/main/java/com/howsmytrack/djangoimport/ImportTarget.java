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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.howsmytrack.account.password.ImportedAccounts;
import com.howsmytrack.track.Genre;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;

/// Our side of the move: one transaction, which nothing survives unless it is committed. On a connection of its own,
/// without the time limits of members' statements.
final class ImportTarget implements AutoCloseable {

	private final Connection connection;

	private ImportTarget(Connection connection) {
		this.connection = connection;
	}

	static ImportTarget open(JdbcConnectionDetails details) throws SQLException {
		Connection connection = DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(),
				details.getPassword());
		connection.setAutoCommit(false);
		ImportTarget home = new ImportTarget(connection);
		home.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
		return home;
	}

	/// Nobody else writes until the end: what is empty now stays so.
	boolean isEmpty() throws SQLException {
		execute("""
				SET LOCAL lock_timeout = '10s';
				LOCK TABLE account, member_rating, feedback_group, feedback_request, feedback_response, feedback_reply
				IN EXCLUSIVE MODE""");
		return count("""
				SELECT count(*) FROM (SELECT id FROM account UNION ALL SELECT id FROM feedback_group
					UNION ALL SELECT id FROM feedback_request LIMIT 1) AS anything""") == 0;
	}

	/// Makes room for the rows as they were.
	void prepare(Instant now) throws SQLException {
		script("1-staging");
		try (PreparedStatement statement = this.connection.prepareStatement("INSERT INTO moving_day VALUES (?, ?)")) {
			statement.setObject(1, now.atOffset(ZoneOffset.UTC));
			statement.setString(2, ImportedAccounts.passwordPrefix());
			statement.executeUpdate();
		}
		try (PreparedStatement statement = this.connection
			.prepareStatement("INSERT INTO known_genre SELECT unnest(?::text[])")) {
			statement.setObject(1, Arrays.stream(Genre.values()).map(Genre::name).toArray(String[]::new));
			statement.executeUpdate();
		}
	}

	/// Takes rows of a table until it is closed.
	Intake take(LegacyTable table) throws SQLException {
		return new Intake(new CopyManager(this.connection.unwrap(BaseConnection.class)).copyIn(table.writeStatement()));
	}

	/// Writes down what the domain objects to.
	void judge() throws SQLException {
		execute("ANALYZE legacy_user, legacy_member, legacy_group, legacy_request, legacy_response, legacy_reply");
		ImportValidation judgement = new ImportValidation(this.connection);
		judgement.ofPeople();
		judgement.ofRequests();
		execute("ANALYZE judged_user, judged_request");
	}

	/// Executes one of the files in `moving`.
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

	/// How many rows of the table a rule left out. They are in the report.
	long leftOut(LegacyTable table) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT count(DISTINCT id) FROM odd_row WHERE rule = ANY (?)")) {
			statement.setObject(1,
					Arrays.stream(ImportIssue.values())
						.filter((rule) -> rule.table() == table && rule.leavesOut())
						.map(ImportIssue::name)
						.toArray(String[]::new));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	/// Every row that a rule has something to say about, as `id` or `id (other)`.
	List<String> oddRows(ImportIssue rule) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(
				"SELECT id || coalesce(' (' || other || ')', '') FROM odd_row WHERE rule = ? ORDER BY id")) {
			statement.setString(1, rule.name());
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

	/// What is not committed is undone.
	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/// Rows on their way in.
	static final class Intake implements AutoCloseable {

		private final CopyIn copy;

		Intake(CopyIn copy) {
			this.copy = copy;
		}

		void add(byte[] row) throws SQLException {
			this.copy.writeToCopy(row, 0, row.length);
		}

		/// All rows have come.
		/// @return how many they were
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
