package com.howsmytrack.graphql;

import java.util.Map;

import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.RequestIds;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionId;
import graphql.parser.ParserOptions;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.stereotype.Component;

/// Executes documents, each on the thread that brought it. The web layer of Spring for GraphQL does the same by way of
/// a reactive pipeline, which this service has no use for: nothing here is asynchronous, and no field is loaded in
/// batches. Controllers, arguments and errors are Spring's as ever.
@Component
class Operations {

	private final GraphQL graphQl;

	private final RequestLimits limits;

	private final ErrorDetails errors;

	Operations(GraphQlSource source, RequestLimits limits, ErrorDetails errors) {
		this.graphQl = source.graphQl();
		this.limits = limits;
		this.errors = errors;
	}

	ExecutionInput input(HttpServletRequest caller, SerializableGraphQlRequest request) {
		return ExecutionInput.newExecutionInput(request.getDocument())
			.operationName(request.getOperationName())
			.variables(request.getVariables())
			.extensions(request.getExtensions())
			.executionId(ExecutionId.from(RequestIds.current()))
			.locale(caller.getLocale())
			.graphQLContext(Map.of(ParserOptions.class, this.limits.parserOptions(), CallerNetwork.NAME,
					NetworkAddress.of(caller), TimeLimit.class, TimeLimit.beginningNow()))
			.build();
	}

	ExecutionResult execute(ExecutionInput input) {
		return this.errors.complete(this.limits.refusal(input.getVariables()).orElseGet(() -> executed(input)));
	}

	private ExecutionResult executed(ExecutionInput input) {
		try {
			return this.graphQl.execute(input);
		}
		catch (AbortExecutionException refused) {
			return refused.toExecutionResult();
		}
	}

}
