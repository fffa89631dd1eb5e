package com.howsmytrack.graphql;

import java.util.Objects;

import com.howsmytrack.web.NetworkAddress;
import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;

/// The [DocumentSteps] of documents that Spring's `WebGraphQlHandler` executes. It is the outermost interceptor, so that
/// no error of another one is missed.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentInterceptor implements WebGraphQlInterceptor {

	private final DocumentSteps steps;

	DocumentInterceptor(DocumentSteps steps) {
		this.steps = steps;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.defer(() -> {
			PreparedDocument document = this.steps.prepare(DocumentRequest.of(request),
					Transport.of(request.getAttributes()), (NetworkAddress) Objects
						.requireNonNull(request.getAttributes().get(CallerNetwork.NAME), CallerNetwork.NAME));
			request.configureExecutionInput((_, input) -> document.configure(input).build());
			return execute(request, chain, document).map((response) -> completed(response, document))
				.doOnError((_) -> document.recorder().failed())
				.doFinally((_) -> this.steps.ended(document));
		});
	}

	private static Mono<WebGraphQlResponse> execute(WebGraphQlRequest request, Chain chain, PreparedDocument document) {
		return document.rejection()
			.map((rejection) -> Mono.just(response(request, rejection)))
			.orElseGet(() -> chain.next(request)
				.onErrorResume(AbortExecutionException.class,
						(aborted) -> Mono.just(response(request, aborted.toExecutionResult()))));
	}

	private static WebGraphQlResponse response(WebGraphQlRequest request, ExecutionResult result) {
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
	}

	private WebGraphQlResponse completed(WebGraphQlResponse response, PreparedDocument document) {
		ExecutionResult result = this.steps.completed(response.getExecutionResult(), document);
		return response.transform((builder) -> {
			builder.errors(result.getErrors());
			if (result.getData() instanceof Publisher<?> events) {
				builder.data(Flux.from(events)
					.cast(ExecutionResult.class)
					.map((event) -> this.steps.event(event, document))
					.onErrorMap((failure) -> this.steps.failed(failure, document)));
			}
		});
	}

}
