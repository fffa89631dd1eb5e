package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Optional;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.ExecutionId;

/// A document that was found and checked, and is executed next.
///
/// @param text empty if the document is rejected
/// @param error why the document is not executed
/// @param context of the operation
record PreparedDocument(String text, Optional<GraphQLError> error, String requestId, OperationRecorder recorder,
		Map<Object, Object> context) {

	ExecutionInput.Builder configure(ExecutionInput.Builder input) {
		return input.query(this.text).executionId(ExecutionId.from(this.requestId)).graphQLContext(this.context);
	}

	/// Empty if the document can be executed.
	Optional<ExecutionResult> rejection() {
		return this.error.map((reason) -> ExecutionResult.newExecutionResult().addError(reason).build());
	}

}
