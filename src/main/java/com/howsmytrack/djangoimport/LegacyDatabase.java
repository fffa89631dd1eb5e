package com.howsmytrack.djangoimport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.persistence.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/// A read-only snapshot of the database of the previous service, which may stay in use during the import.
final class LegacyDatabase implements AutoCloseable {

	private final Connection connection;

	private LegacyDatabase(Connection connection) {
		this.connection = connection;
	}

	static LegacyDatabase open(DatabaseUrl url) throws CommandFailedException {
		Properties properties = new Properties();
		properties.setProperty("user", url.getUsername());
		properties.setProperty("password", url.getPassword());
		properties.setProperty("tcpKeepAlive", "true");
		try {
			Connection connection = DriverManager.getConnection(url.getJdbcUrl(), properties);
			connection.setReadOnly(true);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute("SET LOCAL statement_timeout = 0");
			}
			return new LegacyDatabase(connection);
		}
		catch (SQLException unreachable) {
			throw unreadable(unreachable);
		}
	}

	long count(LegacyTable table) throws CommandFailedException {
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery(table.countStatement())) {
			row.next();
			return row.getLong(1);
		}
		catch (SQLException failed) {
			throw unreadable(failed);
		}
	}

	/// Reads the rows in the format of COPY, one at a time, so that memory use does not
	/// depend on their number.
	void read(LegacyTable table, RowHandler handler) throws CommandFailedException, SQLException {
		CopyOut rows = begin(table);
		byte[] row;
		while ((row = next(rows)) != null) {
			handler.handle(row);
		}
	}

	private CopyOut begin(LegacyTable table) throws CommandFailedException {
		try {
			return new CopyManager(this.connection.unwrap(BaseConnection.class)).copyOut(table.readStatement());
		}
		catch (SQLException failed) {
			throw unreadable(failed);
		}
	}

	private static byte @Nullable [] next(CopyOut rows) throws CommandFailedException {
		try {
			return rows.readFromCopy();
		}
		catch (SQLException failed) {
			throw unreadable(failed);
		}
	}

	/// Replaces messages of the driver that repeat a malformed URL, because its
	/// parameters may contain a password.
	private static CommandFailedException unreadable(SQLException failed) {
		String message = String.valueOf(failed.getMessage());
		return new CommandFailedException("Nothing was imported. The database to import from cannot be read: "
				+ (message.contains("jdbc:") ? "its URL is malformed" : message));
	}

	@Override
	public void close() throws CommandFailedException {
		try {
			this.connection.close();
		}
		catch (SQLException failed) {
			throw unreadable(failed);
		}
	}

	interface RowHandler {

		void handle(byte[] row) throws SQLException;

	}

}
