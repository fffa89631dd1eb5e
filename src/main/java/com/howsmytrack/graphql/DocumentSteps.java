package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.RequestIds;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;

import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.stereotype.Component;

/// What happens with every document, by whichever transport it comes: the document of an id is found, the member and
/// the limits are checked, the context of the operation is filled, errors get their code and request id, and the operation is recorded.
@Component
class DocumentSteps {

	private final NamedDocuments documents;

	private final RequestLimits limits;

	private final ExpectedMember expectedMember;

	private final GraphQlErrors failures;

	private final ErrorDetails errors;

	private final OperationMetrics metrics;

	private final boolean introspectionDisabled;

	DocumentSteps(NamedDocuments documents, RequestLimits limits, ExpectedMember expectedMember, GraphQlErrors failures,
			ErrorDetails errors, OperationMetrics metrics, GraphQlSettings settings) {
		this.documents = documents;
		this.limits = limits;
		this.expectedMember = expectedMember;
		this.failures = failures;
		this.errors = errors;
		this.metrics = metrics;
		this.introspectionDisabled = !settings.introspection();
	}

	/// Each prepared document must be passed to [#ended].
	PreparedDocument prepare(DocumentRequest request, Transport transport, NetworkAddress network) {
		OperationRecorder recorder = new OperationRecorder();
		NamedDocuments.Named document = this.documents.find(request);
		Optional<GraphQLError> error = this.expectedMember.error(request.extensions())
			.or(() -> Optional.ofNullable(document.error()))
			.or(() -> this.limits.error(request.variables()));
		Map<Object, Object> context = Map.of(ParserOptions.class, this.limits.parserOptions(), Transport.class,
				transport, CallerNetwork.NAME, network, TimeLimit.class, TimeLimit.startingNow(),
				OperationRecorder.class, recorder, Introspection.INTROSPECTION_DISABLED, this.introspectionDisabled);
		return new PreparedDocument(document.text(), error, RequestIds.current(), recorder, context);
	}

	/// The result for the client. The same object if it has no errors.
	ExecutionResult completed(ExecutionResult result, PreparedDocument document) {
		ExecutionResult completed = this.errors.complete(result, document.requestId());
		document.recorder().answered(completed);
		return completed;
	}

	/// The event of a subscription for the client.
	ExecutionResult event(ExecutionResult event, PreparedDocument document) {
		ExecutionResult completed = this.errors.complete(event, document.requestId());
		this.metrics.sent(completed);
		return completed;
	}

	/// The errors with which a subscription ends. Spring for GraphQL passes on the
	/// exception of the publisher as a cause.
	SubscriptionPublisherException failed(Throwable failure, PreparedDocument document) {
		Throwable cause = (failure instanceof SubscriptionPublisherException && failure.getCause() != null)
				? failure.getCause() : failure;
		ExecutionResult result = event(ExecutionResult.newExecutionResult()
			.addError(this.failures.ofSubscription(cause, document.requestId()))
			.build(), document);
		return new SubscriptionPublisherException(result.getErrors(), cause);
	}

	void ended(PreparedDocument document) {
		this.metrics.ended(document.recorder());
	}

}
