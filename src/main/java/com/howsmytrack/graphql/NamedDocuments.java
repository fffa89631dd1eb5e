package com.howsmytrack.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Finds the registered document that a request names, in either of two established ways: as `documentId`, by the
/// draft of GraphQL over HTTP about persisted documents, and as the extension `persistedQuery` of Apollo's clients.
/// Where only registered documents may execute, it refuses all others before they are parsed.
@Component
@EnableConfigurationProperties(GraphQlSettings.class)
class NamedDocuments {

	private static final String SHA256 = "sha256:";

	/// Of Apollo's convention; there is no other.
	private static final Integer VERSION = 1;

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private static final GraphQLError MALFORMED = error("INVALID_DOCUMENT_ID",
			"A document is named by its SHA-256 in 64 hexadecimal digits, in lower case: as documentId after sha256:, "
					+ "or as the sha256Hash of a persistedQuery of version 1.");

	private static final GraphQLError NOT_REGISTERED = error("DOCUMENT_NOT_REGISTERED",
			"This document is not registered.");

	/// What Apollo's clients know. They send the text next.
	private static final String TEXT_PLEASE_CODE = "PERSISTED_QUERY_NOT_FOUND";

	private static final GraphQLError TEXT_PLEASE = error(TEXT_PLEASE_CODE, "PersistedQueryNotFound");

	private static final GraphQLError MISMATCH = error("PERSISTED_QUERY_HASH_MISMATCH",
			"provided sha does not match query");

	private final RegisteredDocuments registered;

	private final boolean registeredOnly;

	NamedDocuments(RegisteredDocuments registered, GraphQlSettings settings) {
		this.registered = registered;
		this.registeredOnly = settings.registeredDocumentsOnly();
	}

	/// Whether the client is expected to come back with the text. That is no failure: it
	/// has success as its status, as from Apollo's own server.
	static boolean askForText(List<GraphQLError> errors) {
		return errors.stream()
			.map(GraphQLError::getExtensions)
			.anyMatch((extensions) -> extensions != null && TEXT_PLEASE_CODE.equals(extensions.get("code")));
	}

	/// The text to execute, or why none is.
	Named find(DocumentRequest request) {
		String text = request.query();
		if (!request.isNamed() && text != null) {
			return allowed(text);
		}
		Optional<String> hash = (request.documentId() != null) ? ofDocumentId(request.documentId())
				: ofPersistedQuery(request.persistedQuery());
		if (hash.isEmpty()) {
			return Named.refused(MALFORMED);
		}
		if (text != null) {
			return RegisteredDocuments.hash(text).equals(hash.get()) ? allowed(text) : Named.refused(MISMATCH);
		}
		GraphQLError unknown = (request.documentId() != null || this.registeredOnly) ? NOT_REGISTERED : TEXT_PLEASE;
		return this.registered.find(hash.get()).map(Named::found).orElseGet(() -> Named.refused(unknown));
	}

	private Named allowed(String text) {
		return (!this.registeredOnly || this.registered.contain(text)) ? Named.found(text)
				: Named.refused(NOT_REGISTERED);
	}

	private static Optional<String> ofDocumentId(String documentId) {
		return Optional.of(documentId)
			.filter((id) -> id.startsWith(SHA256))
			.map((id) -> id.substring(SHA256.length()))
			.filter(NamedDocuments::isHash);
	}

	private static Optional<String> ofPersistedQuery(@Nullable Object persistedQuery) {
		return (persistedQuery instanceof Map<?, ?> named && VERSION.equals(named.get("version"))
				&& named.get("sha256Hash") instanceof String hash && isHash(hash)) ? Optional.of(hash)
						: Optional.empty();
	}

	private static boolean isHash(String hash) {
		return HASH.matcher(hash).matches();
	}

	private static GraphQLError error(String code, String message) {
		return GraphqlErrorBuilder.newError()
			.errorType(ErrorType.BAD_REQUEST)
			.message("%s", message)
			.extensions(Map.of("code", code))
			.build();
	}

	/// @param text empty when it is refused
	/// @param error null when it is found
	record Named(String text, @Nullable GraphQLError error) {

		private static Named found(String text) {
			return new Named(text, null);
		}

		private static Named refused(GraphQLError error) {
			return new Named("", error);
		}

	}

}
