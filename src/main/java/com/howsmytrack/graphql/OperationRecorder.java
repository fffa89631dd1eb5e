package com.howsmytrack.graphql;

import java.util.Map;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// What is learned of an operation on its way. One thread's.
final class OperationRecorder {

	/// Under which lines of the log have the root field that is being fetched.
	static final String MDC_KEY = "operation";

	private static final String SEVERAL = "several";

	private static final String INTROSPECTION = "introspection";

	private static final String NONE = "none";

	private final long begun = System.nanoTime();

	private @Nullable String name;

	private boolean executed;

	private OperationOutcome outcome = OperationOutcome.OK;

	/// A root field of the schema is about to be fetched.
	void fetches(String field) {
		if (this.name == null) {
			this.name = field;
		}
		else if (!this.name.equals(field)) {
			this.name = SEVERAL;
		}
		MDC.put(MDC_KEY, field);
	}

	/// A root field was fetched. A refusal in a payload is no error to the library.
	void fetched(@Nullable Object answer) {
		if (answer instanceof Payload payload && !payload.success()) {
			for (UserError error : payload.userErrors()) {
				note(OperationOutcome.ofCode(error.code().name()));
			}
		}
	}

	/// @param result with a code in each error
	void answered(ExecutionResult result) {
		this.executed = result.isDataPresent();
		for (GraphQLError error : result.getErrors()) {
			Map<String, Object> extensions = error.getExtensions();
			note(OperationOutcome.ofCode((extensions != null) ? extensions.get("code") : null));
		}
	}

	void failed() {
		note(OperationOutcome.ERROR);
	}

	private void note(OperationOutcome another) {
		this.outcome = this.outcome.or(another);
	}

	/// The log forgets it.
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
