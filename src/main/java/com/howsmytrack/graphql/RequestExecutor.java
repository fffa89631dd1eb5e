package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Objects;

import com.howsmytrack.web.NetworkAddress;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Executes the documents of requests on the threads of the requests: by Spring's `WebGraphQlHandler` if a module has an
/// interceptor or a batch loader, and directly otherwise.
///
/// Both have the same result. For a request, the handler adds a copy of the headers, a reactive pipeline and a snapshot of
/// the thread's context: with it, `userDetails` answered 0.42 instead of 0.45 times as many requests per second as the bare
/// SQL, `feedbackGroup` 0.48 instead of 0.52, and members submitted 0.48 instead of 0.53 times as many responses
/// (`-Pbenchmark`, part `pages`).
@Component
@ConditionalOnWebApplication
class RequestExecutor {

	private final DocumentSteps steps;

	private final GraphQL graphQl;

	private final WebGraphQlHandler handler;

	private final boolean needsHandler;

	/// @param source is created before the batch loaders are counted: it registers them
	RequestExecutor(DocumentSteps steps, GraphQlSource source, WebGraphQlHandler handler,
			ObjectProvider<WebGraphQlInterceptor> interceptors, BatchLoaderRegistry batchLoaders) {
		this.steps = steps;
		this.graphQl = source.graphQl();
		this.handler = handler;
		this.needsHandler = batchLoaders.hasRegistrations()
				|| interceptors.stream().anyMatch((interceptor) -> !(interceptor instanceof DocumentInterceptor));
	}

	Outcome execute(HttpServletRequest request, DocumentRequest document) {
		return this.needsHandler ? byHandler(request, document) : directly(request, document);
	}

	private Outcome byHandler(HttpServletRequest request, DocumentRequest document) {
		WebGraphQlResponse response = Objects
			.requireNonNull(this.handler.handleRequest(document.toWebRequest(request, Transport.REQUEST)).block());
		return new Outcome(response.getExecutionResult(), response.getExecutionInput().getGraphQLContext(),
				response.getResponseHeaders());
	}

	private Outcome directly(HttpServletRequest request, DocumentRequest received) {
		PreparedDocument document = this.steps.prepare(received, Transport.REQUEST, NetworkAddress.of(request));
		try {
			ExecutionInput input = document.configure(ExecutionInput.newExecutionInput())
				.operationName(received.operationName())
				.variables(Objects.requireNonNullElse(received.variables(), Map.of()))
				.extensions(Objects.requireNonNullElse(received.extensions(), Map.of()))
				.locale(request.getLocale())
				.build();
			ExecutionResult result = document.rejection().orElseGet(() -> executed(input));
			return new Outcome(this.steps.completed(result, document), input.getGraphQLContext(), HttpHeaders.EMPTY);
		}
		catch (RuntimeException | Error failure) {
			document.recorder().failed();
			throw failure;
		}
		finally {
			this.steps.ended(document);
		}
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
	/// @param headers added by interceptors
	record Outcome(ExecutionResult result, GraphQLContext context, HttpHeaders headers) {
	}

}
