package com.howsmytrack.graphql;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.UnknownOperationException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.NodeUtil;

import org.springframework.graphql.execution.ErrorType;

/// Rejects an operation that its transport does not carry, after the document was parsed and before it is executed. The
/// transport is in the context of the operation; without one, every operation is accepted.
class TransportCheck implements PreparsedDocumentProvider {

	private final PreparsedDocumentProvider documents;

	TransportCheck(PreparsedDocumentProvider documents) {
		this.documents = documents;
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
		return this.documents.getDocumentAsync(input, parseAndValidate)
			.thenApply((document) -> checked(document, input));
	}

	private static PreparsedDocumentEntry checked(PreparsedDocumentEntry entry, ExecutionInput input) {
		Transport transport = input.getGraphQLContext().get(Transport.class);
		if (transport == null || entry.hasErrors() || carries(transport, entry, input)) {
			return entry;
		}
		return new PreparsedDocumentEntry(GraphqlErrorBuilder.newError()
			.errorType(ErrorType.BAD_REQUEST)
			.message("%s", transport.rejection())
			.extensions(Map.of("code", transport.code()))
			.build());
	}

	private static boolean carries(Transport transport, PreparsedDocumentEntry entry, ExecutionInput input) {
		try {
			return transport
				.carries(NodeUtil.getOperation(entry.getDocument(), input.getOperationName()).operationDefinition
					.getOperation());
		}
		catch (UnknownOperationException reportedByTheExecution) {
			return true;
		}
	}

}
