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

/// Finds the registered document that a request identifies. Two protocols are supported, because future clients use
/// both: `documentId`, from the draft of GraphQL over HTTP about persisted documents, and the extension
/// `persistedQuery` of Apollo's clients.
///
/// If only registered documents are allowed, it rejects all others before they are parsed.
///
/// `ApolloPersistedQuerySupport` of graphql-java is not used: it has the second protocol only, and it registers each text
/// that a client sends.
@Component
@EnableConfigurationProperties(GraphQlSettings.class)
class NamedDocuments {

	static final String SHA256 = "sha256:";

	/// The only version of Apollo's protocol.
	private static final Integer VERSION = 1;

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private static final GraphQLError MALFORMED = error("INVALID_DOCUMENT_ID",
			"A document is named by its SHA-256 in 64 hexadecimal digits, in lower case: as documentId after sha256:, "
					+ "or as the sha256Hash of a persistedQuery of version 1.");

	private static final GraphQLError NOT_REGISTERED = error("DOCUMENT_NOT_REGISTERED",
			"This document is not registered.");

	/// Apollo's clients send the text of the document when they receive this code.
	private static final String TEXT_REQUIRED_CODE = "PERSISTED_QUERY_NOT_FOUND";

	private static final GraphQLError TEXT_REQUIRED = error(TEXT_REQUIRED_CODE, "PersistedQueryNotFound");

	private static final GraphQLError MISMATCH = error("PERSISTED_QUERY_HASH_MISMATCH",
			"provided sha does not match query");

	private final RegisteredDocuments registered;

	private final boolean registeredOnly;

	NamedDocuments(RegisteredDocuments registered, GraphQlSettings settings) {
		this.registered = registered;
		this.registeredOnly = settings.registeredDocumentsOnly();
	}

	/// Whether the client is expected to send the text next. The response then has status
	/// 200, as from Apollo Server.
	static boolean requireText(List<GraphQLError> errors) {
		return errors.stream()
			.map(GraphQLError::getExtensions)
			.anyMatch((extensions) -> extensions != null && TEXT_REQUIRED_CODE.equals(extensions.get("code")));
	}

	/// The text of the document, or the reason for which it is rejected.
	Named find(DocumentRequest request) {
		String text = request.query();
		if (!request.isNamed() && text != null) {
			return allowed(text);
		}
		Optional<String> hash = (request.documentId() != null) ? ofDocumentId(request.documentId())
				: ofPersistedQuery(request.persistedQuery());
		if (hash.isEmpty()) {
			return Named.rejected(MALFORMED);
		}
		if (text != null) {
			return RegisteredDocuments.hash(text).equals(hash.get()) ? allowed(text) : Named.rejected(MISMATCH);
		}
		GraphQLError unknown = (request.documentId() != null || this.registeredOnly) ? NOT_REGISTERED : TEXT_REQUIRED;
		return this.registered.find(hash.get()).map(Named::found).orElseGet(() -> Named.rejected(unknown));
	}

	private Named allowed(String text) {
		return (!this.registeredOnly || this.registered.contain(text)) ? Named.found(text)
				: Named.rejected(NOT_REGISTERED);
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

	/// @param text empty if it is rejected
	/// @param error null if it is found
	record Named(String text, @Nullable GraphQLError error) {

		private static Named found(String text) {
			return new Named(text, null);
		}

		private static Named rejected(GraphQLError error) {
			return new Named("", error);
		}

	}

}
