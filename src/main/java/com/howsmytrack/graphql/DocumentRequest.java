package com.howsmytrack.graphql;

import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.server.ServletServerHttpRequest;

/// The body of a GraphQL request: a document, or the id of a registered one.
///
/// @param query the text of the document
/// @param documentId the id, as in the draft of GraphQL over HTTP about persisted documents
/// @param extensions may contain the id in `persistedQuery`, as Apollo's clients send it, and the
/// [ExpectedMember]
public record DocumentRequest(@Nullable String query, @Nullable String documentId, @Nullable String operationName,
		@Nullable Map<String, @Nullable Object> variables, @Nullable Map<String, Object> extensions) {

	/// The text of a request that has only an id, because Spring for GraphQL requires a
	/// text. It contains no operation.
	private static final String NO_TEXT = "# identified by documentId or persistedQuery";

	/// The key of the id in the extensions of a request to the `WebGraphQlHandler`. An
	/// extension that a client sends with this key is ignored.
	private static final String DOCUMENT_ID = "documentId";

	/// For interceptors. The address that a client uses is not parsed, because it can
	/// contain anything.
	private static final URI ADDRESS = URI.create("/graphql");

	private static final String PERSISTED_QUERY = "persistedQuery";

	/// An empty text next to an id counts as absent. The client library `graphql-ws`
	/// always sends a text, and recommends an empty one for this case.
	public DocumentRequest {
		if ("".equals(query) && (documentId != null || persistedQuery(extensions) != null)) {
			query = null;
		}
	}

	/// Reads the body of a request. Empty if it contains neither a document nor an id.
	public static Optional<DocumentRequest> read(InputStream body, JsonMapper json) {
		try {
			return Optional.ofNullable(json.readValue(body, DocumentRequest.class))
				.filter(DocumentRequest::hasDocument);
		}
		catch (JacksonException malformed) {
			return Optional.empty();
		}
	}

	/// Reads a request of the `WebGraphQlHandler`, see [#toGraphQlRequest].
	static DocumentRequest of(GraphQlRequest request) {
		String text = request.getDocument();
		Object documentId = request.getExtensions().get(DOCUMENT_ID);
		return new DocumentRequest(text.equals(NO_TEXT) ? null : text,
				(documentId != null) ? documentId.toString() : null, request.getOperationName(), request.getVariables(),
				request.getExtensions());
	}

	/// The request as Spring for GraphQL represents it. It has no field for an id of the
	/// document, so the id becomes one of the extensions.
	public GraphQlRequest toGraphQlRequest() {
		return new DefaultGraphQlRequest((this.query != null) ? this.query : NO_TEXT, this.operationName,
				this.variables, extensionsWithId());
	}

	/// The request for the `WebGraphQlHandler`.
	/// @param http brings the headers and the network of the caller
	public WebGraphQlRequest toWebRequest(HttpServletRequest http, Transport transport) {
		return new WebGraphQlRequest(ADDRESS, new ServletServerHttpRequest(http).getHeaders(), null, null,
				transport.attributes(NetworkAddress.of(http)), toGraphQlRequest(), RequestIds.current(),
				http.getLocale());
	}

	private @Nullable Map<String, Object> extensionsWithId() {
		if (this.documentId == null && (this.extensions == null || !this.extensions.containsKey(DOCUMENT_ID))) {
			return this.extensions;
		}
		Map<String, Object> extensions = new HashMap<>(Objects.requireNonNullElse(this.extensions, Map.of()));
		extensions.remove(DOCUMENT_ID);
		if (this.documentId != null) {
			extensions.put(DOCUMENT_ID, this.documentId);
		}
		return extensions;
	}

	/// Whether the request has a document or an id.
	public boolean hasDocument() {
		return this.query != null || isNamed();
	}

	/// Whether the request has an id, with or without the text of the document.
	boolean isNamed() {
		return this.documentId != null || persistedQuery() != null;
	}

	@Nullable Object persistedQuery() {
		return persistedQuery(this.extensions);
	}

	private static @Nullable Object persistedQuery(@Nullable Map<String, Object> extensions) {
		return (extensions != null) ? extensions.get(PERSISTED_QUERY) : null;
	}

}
