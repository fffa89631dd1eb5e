package com.howsmytrack.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.Resource;

/// The text of a registered document.
///
/// @param source names the document in an error
record RegisteredDocument(String source, String text) {

	static RegisteredDocument of(Resource file) {
		try {
			return new RegisteredDocument(file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException exception) {
			throw new IllegalStateException("Cannot read the registered document " + file.getDescription(), exception);
		}
	}

}
