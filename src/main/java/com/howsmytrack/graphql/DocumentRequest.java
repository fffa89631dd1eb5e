package com.howsmytrack.graphql;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What came in over HTTP: a document, or the name of one.
///
/// @param query the text of the document
/// @param documentId its name, by the draft of GraphQL over HTTP about persisted documents
/// @param extensions among them its name as Apollo's clients say it
record DocumentRequest(@Nullable String query, @Nullable String documentId, @Nullable String operationName,
		@Nullable Map<String, Object> variables, @Nullable Map<String, Object> extensions) {

	private static final String PERSISTED_QUERY = "persistedQuery";

	/// Whether a document is sent or named.
	boolean hasDocument() {
		return this.query != null || isNamed();
	}

	/// Whether it is named, be it along with its text.
	boolean isNamed() {
		return this.documentId != null || persistedQuery() != null;
	}

	@Nullable Object persistedQuery() {
		return (this.extensions != null) ? this.extensions.get(PERSISTED_QUERY) : null;
	}

}
