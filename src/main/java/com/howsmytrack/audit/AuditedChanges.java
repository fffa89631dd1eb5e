package com.howsmytrack.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ConflictRetry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// The one way in which operators change something: the change and its line in the log are one transaction. What a rule
/// refuses leaves no trace.
///
/// A member who leaves at the same moment makes the database say no, and so does a lock that two wait for: then all is
/// done again, and finds what has become of it.
@Component
public class AuditedChanges {

	private static final int RETRIES = 3;

	private final AuditLog log;

	private final TransactionOperations transactions;

	private final RetryTemplate retries = ConflictRetry.triedAgain(RETRIES, Duration.ofMillis(50));

	AuditedChanges(AuditLog log, TransactionOperations transactions) {
		this.log = log;
		this.transactions = transactions;
	}

	/// Makes a change, unless the reason for it cannot be kept.
	/// @param operator null for the command line
	/// @param change as part of the transaction
	/// @param note what the log is to say about it
	public <T> Outcome<T> make(@Nullable AccountId operator, Reason reason, Supplier<Outcome<T>> change,
			Function<T, AuditNote> note) {
		Optional<UserError> error = reason.check();
		if (error.isPresent()) {
			return Outcome.failed(error.get());
		}
		return Objects.requireNonNull(this.retries.invoke(() -> this.transactions.execute((status) -> {
			Outcome<T> outcome = change.get();
			keep(outcome, operator, reason, note, status);
			return outcome;
		})));
	}

	private <T> void keep(Outcome<T> outcome, @Nullable AccountId operator, Reason reason, Function<T, AuditNote> note,
			TransactionStatus status) {
		switch (outcome) {
			case Outcome.Succeeded<T>(T result) -> this.log.write(operator, note.apply(result), reason.text());
			case Outcome.Failed<T> _ -> status.setRollbackOnly();
		}
	}

}
