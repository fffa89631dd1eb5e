package com.howsmytrack.persistence;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Runs queries whose best plan depends on the values of their parameters, such as a search for a word: an index finds a
/// rare word fast, and a scan of the newest rows finds a frequent one. After five executions, PostgreSQL could choose one
/// plan for all words.
@Component
public class CustomPlans {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	CustomPlans(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/// Runs the query. If it searches, PostgreSQL plans it for its values, in a
	/// transaction.
	/// @param searched what the query searches for; null if it does not
	public <T> T read(@Nullable Object searched, Supplier<T> query) {
		return (searched != null) ? planned(query) : query.get();
	}

	private <T> T planned(Supplier<T> query) {
		return this.transactions.execute((_) -> {
			this.jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
			return query.get();
		});
	}

}
