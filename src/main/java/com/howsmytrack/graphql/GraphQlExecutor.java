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

/// Executes documents, each on the thread that brought it. The web layer of Spring for GraphQL does the same by way of
/// a reactive pipeline, which this service has no use for: nothing here is asynchronous, and no field is loaded in
/// batches. Controllers, arguments and errors are Spring's as ever.
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

	/// @param caller whose address and language operations may ask for
	Outcome execute(HttpServletRequest caller, DocumentRequest request) {
		OperationRecorder recorder = new OperationRecorder();
		try {
			Outcome outcome = execute(caller, request, recorder);
			recorder.answered(outcome.result());
			return outcome;
		}
		catch (RuntimeException | Error failed) {
			recorder.failed();
			throw failed;
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
					NetworkAddress.of(caller), TimeLimit.class, TimeLimit.beginningNow(), OperationRecorder.class,
					recorder, Introspection.INTROSPECTION_DISABLED, this.introspectionDisabled))
			.build();
		ExecutionResult result = error.map(GraphQlExecutor::refused).orElseGet(() -> executed(input));
		return new Outcome(this.errors.complete(result), input.getGraphQLContext());
	}

	private static ExecutionResult refused(GraphQLError error) {
		return ExecutionResult.newExecutionResult().addError(error).build();
	}

	private ExecutionResult executed(ExecutionInput input) {
		try {
			return this.graphQl.execute(input);
		}
		catch (AbortExecutionException refused) {
			return refused.toExecutionResult();
		}
	}

	/// @param context what the operations left for the answer, see [ResponseHeaders]
	record Outcome(ExecutionResult result, GraphQLContext context) {
	}

}
