package com.howsmytrack.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;

/// The documents of the web client. The build of the client writes them as a JSON object: the text of each document by its
/// id.
final class ClientDocuments {

	static final String LOCATION = "classpath:client/documents.json";

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private ClientDocuments() {
	}

	/// None without the file: the server also runs without its client.
	static List<RegisteredDocument> read(Resource file, JsonMapper json) {
		if (!file.exists()) {
			return List.of();
		}
		return texts(file, json).entrySet()
			.stream()
			.map((entry) -> document(entry.getKey(), entry.getValue(), file))
			.toList();
	}

	private static Map<String, String> texts(Resource file, JsonMapper json) {
		try (InputStream content = file.getInputStream()) {
			return json.readValue(content, TEXTS);
		}
		catch (IOException | JacksonException unreadable) {
			throw new IllegalStateException("Cannot read the documents of the web client from " + file.getDescription(),
					unreadable);
		}
	}

	/// The client sends the id. If its build and this server computed ids differently,
	/// the client would find none of its documents.
	private static RegisteredDocument document(String id, String text, Resource file) {
		RegisteredDocument document = new RegisteredDocument("%s of %s".formatted(id, file.getDescription()), text);
		if (!id.equals(NamedDocuments.SHA256 + RegisteredDocuments.hash(text))) {
			throw new IllegalStateException(
					"The registered document %s is invalid: its id is not the SHA-256 of its text"
						.formatted(document.source()));
		}
		return document;
	}

}
