package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.web.RequestIds;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionId;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;

/// What happens with every document, by whichever transport it comes: the document of an id is found, limits are checked,
/// the context of the operation is filled, errors get their code and request id, and the operation is recorded.
///
/// It is the outermost interceptor, so that no error of another one is missed.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentInterceptor implements WebGraphQlInterceptor {

	private final NamedDocuments documents;

	private final RequestLimits limits;

	private final GraphQlErrors failures;

	private final ErrorDetails errors;

	private final OperationMetrics metrics;

	private final boolean introspectionDisabled;

	DocumentInterceptor(NamedDocuments documents, RequestLimits limits, GraphQlErrors failures, ErrorDetails errors,
			OperationMetrics metrics, GraphQlSettings settings) {
		this.documents = documents;
		this.limits = limits;
		this.failures = failures;
		this.errors = errors;
		this.metrics = metrics;
		this.introspectionDisabled = !settings.introspection();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.defer(() -> {
			OperationRecorder recorder = new OperationRecorder();
			String requestId = RequestIds.current();
			return execute(request, chain, recorder).map((response) -> completed(response, requestId))
				.doOnNext((response) -> recorder.answered(response.getExecutionResult()))
				.doOnError((_) -> recorder.failed())
				.doFinally((_) -> this.metrics.ended(recorder));
		});
	}

	private Mono<WebGraphQlResponse> execute(WebGraphQlRequest request, Chain chain, OperationRecorder recorder) {
		NamedDocuments.Named document = this.documents.find(DocumentRequest.of(request));
		request.configureExecutionInput((_, input) -> input.query(document.text())
			.executionId(ExecutionId.from(RequestIds.current()))
			.graphQLContext(context(request, recorder))
			.build());
		Optional<GraphQLError> error = Optional.ofNullable(document.error())
			.or(() -> this.limits.error(request.getVariables()));
		return error
			.map((rejected) -> Mono.just(response(request.toExecutionInput(),
					ExecutionResult.newExecutionResult().addError(rejected).build())))
			.orElseGet(() -> chain.next(request)
				.onErrorResume(AbortExecutionException.class,
						(aborted) -> Mono.just(response(request.toExecutionInput(), aborted.toExecutionResult()))));
	}

	private static WebGraphQlResponse response(ExecutionInput input, ExecutionResult result) {
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
	}

	private Map<Object, Object> context(WebGraphQlRequest request, OperationRecorder recorder) {
		return Map.of(ParserOptions.class, this.limits.parserOptions(), Transport.class,
				Transport.of(request.getAttributes()), CallerNetwork.NAME,
				request.getAttributes().get(CallerNetwork.NAME), TimeLimit.class, TimeLimit.startingNow(),
				OperationRecorder.class, recorder, Introspection.INTROSPECTION_DISABLED, this.introspectionDisabled);
	}

	/// Responses without errors are most responses, and are not copied.
	private WebGraphQlResponse completed(WebGraphQlResponse response, String requestId) {
		ExecutionResult result = response.getExecutionResult();
		if (result.getData() instanceof Publisher<?> events) {
			return response.transform((builder) -> builder.data(Flux.from(events)
				.cast(ExecutionResult.class)
				.map((event) -> this.errors.complete(event, requestId))
				.doOnNext(this.metrics::sent)
				.onErrorMap((failure) -> failed(failure, requestId))));
		}
		return result.getErrors().isEmpty() ? response
				: response.transform((builder) -> builder.errors(this.errors.complete(result, requestId).getErrors()));
	}

	/// Spring for GraphQL passes on the exception of the publisher as a cause.
	private SubscriptionPublisherException failed(Throwable failure, String requestId) {
		Throwable cause = (failure instanceof SubscriptionPublisherException && failure.getCause() != null)
				? failure.getCause() : failure;
		ExecutionResult result = this.errors.complete(
				ExecutionResult.newExecutionResult().addError(this.failures.ofSubscription(cause, requestId)).build(),
				requestId);
		this.metrics.sent(result);
		return new SubscriptionPublisherException(result.getErrors(), cause);
	}

}
