package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.RequestIds;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionId;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/// Executes each document on the thread of its request. Spring for GraphQL's web layer would use a reactive pipeline,
/// which is not needed: no data fetcher is asynchronous, and no field is loaded in batches. Controllers, arguments
/// and error handling are those of Spring for GraphQL.
@Component
class GraphQlExecutor {

	private final GraphQL graphQl;

	private final NamedDocuments documents;

	private final RequestLimits limits;

	private final ErrorDetails errors;

	private final OperationMetrics metrics;

	private final boolean introspectionDisabled;

	GraphQlExecutor(GraphQlSource source, NamedDocuments documents, RequestLimits limits, ErrorDetails errors,
			OperationMetrics metrics, GraphQlSettings settings) {
		this.introspectionDisabled = !settings.introspection();
		this.graphQl = source.graphQl();
		this.documents = documents;
		this.limits = limits;
		this.errors = errors;
		this.metrics = metrics;
	}

	/// @param caller operations can read its address and language
	Outcome execute(HttpServletRequest caller, DocumentRequest request) {
		OperationRecorder recorder = new OperationRecorder();
		try {
			Outcome outcome = execute(caller, request, recorder);
			recorder.answered(outcome.result());
			return outcome;
		}
		catch (RuntimeException | Error exception) {
			recorder.failed();
			throw exception;
		}
		finally {
			this.metrics.ended(recorder);
		}
	}

	private Outcome execute(HttpServletRequest caller, DocumentRequest request, OperationRecorder recorder) {
		NamedDocuments.Named document = this.documents.find(request);
		Map<String, Object> variables = Objects.requireNonNullElse(request.variables(), Map.of());
		Optional<GraphQLError> error = Optional.ofNullable(document.error()).or(() -> this.limits.error(variables));
		ExecutionInput input = ExecutionInput.newExecutionInput(document.text())
			.operationName(request.operationName())
			.variables(variables)
			.extensions(Objects.requireNonNullElse(request.extensions(), Map.of()))
			.executionId(ExecutionId.from(RequestIds.current()))
			.locale(caller.getLocale())
			.graphQLContext(Map.of(ParserOptions.class, this.limits.parserOptions(), CallerNetwork.NAME,
					NetworkAddress.of(caller), TimeLimit.class, TimeLimit.startingNow(), OperationRecorder.class,
					recorder, Introspection.INTROSPECTION_DISABLED, this.introspectionDisabled))
			.build();
		ExecutionResult result = error.map(GraphQlExecutor::rejected).orElseGet(() -> executed(input));
		return new Outcome(this.errors.complete(result), input.getGraphQLContext());
	}

	private static ExecutionResult rejected(GraphQLError error) {
		return ExecutionResult.newExecutionResult().addError(error).build();
	}

	private ExecutionResult executed(ExecutionInput input) {
		try {
			return this.graphQl.execute(input);
		}
		catch (AbortExecutionException aborted) {
			return aborted.toExecutionResult();
		}
	}

	/// @param context contains values that operations stored for the response, see
	/// [ResponseHeaders]
	record Outcome(ExecutionResult result, GraphQLContext context) {
	}

}
