package com.howsmytrack.graphql;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Requests that name a document instead of sending it.
final class Named {

	private Named() {
	}

	/// The hash of a registered document.
	static String text(String operation) {
		try {
			return new ClassPathResource("graphql/documents/%s.graphql".formatted(operation)).getContentAsString(UTF_8);
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	static Map<String, Object> asDocumentId(String text, Map<String, ?> variables) {
		Map<String, Object> request = request(variables);
		request.put("documentId", "sha256:" + RegisteredDocuments.hash(text));
		return request;
	}

	static Map<String, Object> asPersistedQuery(String text, Map<String, ?> variables) {
		Map<String, Object> request = request(variables);
		request.put("extensions",
				Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", RegisteredDocuments.hash(text))));
		return request;
	}

	static Map<String, Object> request(Map<String, ?> variables) {
		Map<String, Object> request = new LinkedHashMap<>();
		request.put("variables", variables);
		return request;
	}

}
