package com.howsmytrack.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ConflictRetry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// Every change that an operator makes goes through this class: the change and its row in the audit log are one
/// transaction. A change that a rule does not allow writes no row.
///
/// The transaction is repeated if it fails because of a concurrent one: a member who deletes their account at the same
/// time violates a foreign key, and two transactions can wait for each other's locks.
@Component
public class AuditedChanges {

	private static final int RETRIES = 3;

	private final AuditLog log;

	private final TransactionOperations transactions;

	private final RetryTemplate retries = ConflictRetry.withRetries(RETRIES, Duration.ofMillis(50));

	AuditedChanges(AuditLog log, TransactionOperations transactions) {
		this.log = log;
		this.transactions = transactions;
	}

	/// Makes a change, unless its reason cannot be stored.
	/// @param operator id of the operator's account; null for the command line
	/// @param change runs in the transaction, possibly several times
	/// @param note the content of the audit entry
	public <T> Outcome<T> make(@Nullable Long operator, AuditReason reason, Supplier<Outcome<T>> change,
			Function<T, AuditNote> note) {
		Optional<UserError> error = reason.check();
		if (error.isPresent()) {
			return Outcome.failed(error.get());
		}
		return Objects.requireNonNull(this.retries.invoke(() -> this.transactions.execute((status) -> {
			Outcome<T> outcome = change.get();
			record(outcome, operator, reason, note, status);
			return outcome;
		})));
	}

	private <T> void record(Outcome<T> outcome, @Nullable Long operator, AuditReason reason,
			Function<T, AuditNote> note, TransactionStatus status) {
		switch (outcome) {
			case Outcome.Succeeded<T>(T result) -> this.log.write(operator, note.apply(result), reason.text());
			case Outcome.Failed<T> _ -> status.setRollbackOnly();
		}
	}

}
