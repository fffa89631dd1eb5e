package com.howsmytrack.graphql.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.graphql.RequestErrors;
import com.howsmytrack.web.RequestIds;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.micrometer.context.ContextSnapshotFactory;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

/// Executes the operations of WebSockets. Limits the subscriptions of each socket, and reports a document that is not
/// executed by the message `error` of the protocol; `GraphQlWebSocketHandler` alone would report it as an event (`next`).
final class SocketOperations implements WebGraphQlHandler {

	private static final Logger logger = LoggerFactory.getLogger(SocketOperations.class);

	private final WebGraphQlHandler operations;

	private final OpenStreams streams;

	private final StreamSettings settings;

	SocketOperations(WebGraphQlHandler operations, OpenStreams streams, StreamSettings settings) {
		this.operations = operations;
		this.streams = streams;
		this.settings = settings;
	}

	@Override
	public WebSocketGraphQlInterceptor getWebSocketInterceptor() {
		return this.operations.getWebSocketInterceptor();
	}

	@Override
	public ContextSnapshotFactory contextSnapshotFactory() {
		return this.operations.contextSnapshotFactory();
	}

	@Override
	public Mono<WebGraphQlResponse> handleRequest(WebGraphQlRequest request) {
		SocketStream stream = SocketStream.of(request.getAttributes());
		String id = request.getId();
		if (stream.isSubscribed(id)) {
			return Mono.<WebGraphQlResponse>never().doOnRequest((_) -> stream.close(StreamEnd.SUBSCRIBER_EXISTS));
		}
		if (!stream.subscribe(id)) {
			return Mono.just(failed(response(request, tooManySubscriptions())));
		}
		long heap = StreamProtocol.subscriptionHeap(stream.messages().size());
		Optional<StreamRejection> rejection = this.streams.reserve(stream, heap);
		if (rejection.isPresent()) {
			stream.unsubscribed(id);
			// The WebSocket is being closed. Its client connects again if the close code
			// permits it; after an error, it would give up this subscription.
			return (rejection.get() == StreamRejection.SHUTDOWN) ? Mono.never()
					: Mono.just(failed(response(request, error(rejection.get().code(), rejection.get().message()))));
		}
		Runnable end = () -> {
			stream.unsubscribed(id);
			this.streams.free(stream, heap);
		};
		return this.operations.handleRequest(request)
			.onErrorResume((defect) -> Mono.just(response(request, internalError(defect))))
			.map((response) -> (response.getData() instanceof Publisher<?> events)
					? response.transform(
							(builder) -> builder.data(stream.untilClosed(id, events).doFinally((_) -> end.run())))
					: rejected(response, end));
	}

	private static WebGraphQlResponse rejected(WebGraphQlResponse response, Runnable end) {
		end.run();
		return failed(response);
	}

	/// The only way to make `GraphQlWebSocketHandler` send the message `error`.
	private static WebGraphQlResponse failed(WebGraphQlResponse response) {
		List<GraphQLError> errors = response.getExecutionResult().getErrors();
		return response
			.transform((builder) -> builder.data(Flux.error(new SubscriptionPublisherException(errors, null), true)));
	}

	private static WebGraphQlResponse response(WebGraphQlRequest request, GraphQLError error) {
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(),
				ExecutionResult.newExecutionResult().addError(error).build()));
	}

	private GraphQLError tooManySubscriptions() {
		return error("TOO_MANY_SUBSCRIPTIONS", "A WebSocket can have at most %d subscriptions at the same time."
			.formatted(this.settings.subscriptionsPerSocket()));
	}

	private static GraphQLError error(String code, String message) {
		return GraphqlErrorBuilder.newError()
			.errorType(ErrorType.BAD_REQUEST)
			.message(message)
			.extensions(Map.of("code", code, "requestId", RequestIds.current()))
			.build();
	}

	private static GraphQLError internalError(Throwable defect) {
		logger.error("An operation of a WebSocket failed", defect);
		return GraphqlErrorBuilder.newError()
			.errorType(ErrorType.INTERNAL_ERROR)
			.message(RequestErrors.INTERNAL_ERROR)
			.extensions(Map.of("code", ErrorType.INTERNAL_ERROR.name(), "requestId", RequestIds.current()))
			.build();
	}

}
