package com.howsmytrack.graphql;

import graphql.ExecutionResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Records an operation while it is executed. It is used by one thread only.
final class OperationRecorder {

	/// The key of the current root field in log lines.
	static final String MDC_KEY = "operation";

	private static final String SEVERAL = "several";

	private static final String INTROSPECTION = "introspection";

	private static final String NONE = "none";

	private final long begun = System.nanoTime();

	private @Nullable String name;

	private boolean executed;

	private OperationOutcome outcome = OperationOutcome.OK;

	/// Called before a root field is fetched.
	void fetches(String field) {
		if (this.name == null) {
			this.name = field;
		}
		else if (!this.name.equals(field)) {
			this.name = SEVERAL;
		}
		MDC.put(MDC_KEY, field);
	}

	/// Called after a root field was fetched. A user error in a payload is not an error
	/// to graphql-java.
	void fetched(@Nullable Object answer) {
		if (answer instanceof Payload payload && !payload.success()) {
			for (UserError error : payload.userErrors()) {
				note(OperationOutcome.ofCode(error.code().name()));
			}
		}
	}

	/// @param result each error has a code
	void answered(ExecutionResult result) {
		this.executed = result.isDataPresent();
		note(OperationOutcome.of(result.getErrors()));
	}

	void failed() {
		note(OperationOutcome.ERROR);
	}

	private void note(OperationOutcome another) {
		this.outcome = this.outcome.or(another);
	}

	/// Removes the root field from later log lines of this thread.
	void end() {
		if (this.name != null) {
			MDC.remove(MDC_KEY);
		}
	}

	String name() {
		if (this.name != null) {
			return this.name;
		}
		return this.executed ? INTROSPECTION : NONE;
	}

	OperationOutcome outcome() {
		return this.outcome;
	}

	long nanos() {
		return System.nanoTime() - this.begun;
	}

}
