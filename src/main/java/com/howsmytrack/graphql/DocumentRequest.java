package com.howsmytrack.graphql;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The body of a GraphQL request: a document, or the id of a registered one.
///
/// @param query the text of the document
/// @param documentId the id, as in the draft of GraphQL over HTTP about persisted documents
/// @param extensions may contain the id in `persistedQuery`, as Apollo's clients send it
record DocumentRequest(@Nullable String query, @Nullable String documentId, @Nullable String operationName,
		@Nullable Map<String, Object> variables, @Nullable Map<String, Object> extensions) {

	private static final String PERSISTED_QUERY = "persistedQuery";

	/// Whether the request has a document or an id.
	boolean hasDocument() {
		return this.query != null || isNamed();
	}

	/// Whether the request has an id, with or without the text of the document.
	boolean isNamed() {
		return this.documentId != null || persistedQuery() != null;
	}

	@Nullable Object persistedQuery() {
		return (this.extensions != null) ? this.extensions.get(PERSISTED_QUERY) : null;
	}

}
