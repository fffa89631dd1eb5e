package com.howsmytrack.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

import com.howsmytrack.persistence.ConflictRetry;
import org.postgresql.PGConnection;

import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The transactions in which jobs write: without the time limits of members' statements, and repeated after a conflict
/// with a member's transaction.
@Component
class JobTransactions {

	private static final int RETRIES = 2;

	private final RetryTemplate retries = ConflictRetry.withRetries(RETRIES, Duration.ofMillis(100));

	private final TransactionOperations transactions;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	JobTransactions(TransactionOperations transactions, JdbcClient jdbc, DataSource dataSource) {
		this.transactions = transactions;
		this.jdbc = jdbc;
		this.dataSource = dataSource;
	}

	/// @param execution cancels the transaction's statements when the process has to end
	<T> T execute(RunningJobs.Execution execution, Supplier<T> work) {
		return Objects.requireNonNull(this.retries.invoke(() -> this.transactions.execute((_) -> {
			execution.beginTransaction(withoutTimeLimits());
			try {
				return work.get();
			}
			finally {
				execution.endTransaction();
			}
		})));
	}

	/// @return the connection of the current transaction
	private PGConnection withoutTimeLimits() {
		this.jdbc.sql("SET LOCAL statement_timeout = 0").update();
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			// The pool restores the limit when the connection is returned.
			connection.setNetworkTimeout(Runnable::run, 0);
			return connection.unwrap(PGConnection.class);
		}
		catch (SQLException failed) {
			throw new UncategorizedSQLException("lifting the time limit", null, failed);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

}
