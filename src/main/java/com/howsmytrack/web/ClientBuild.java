package com.howsmytrack.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/// The web client, as its build writes it to the class path.
///
/// @param routes patterns of the paths of its pages, such as `/group/:groupId`
/// @param index the document that each of these paths returns, with a placeholder for the nonce
record ClientBuild(List<String> routes, String index) {

	static final String LOCATION = "classpath:client/";

	/// Where the index has the nonce of the content policy.
	static final String NONCE_PLACEHOLDER = "__NONCE__";

	ClientBuild {
		if (!index.contains(NONCE_PLACEHOLDER)) {
			throw new IllegalStateException("client/index.html has no " + NONCE_PLACEHOLDER);
		}
	}

	/// Empty if the application was built without the client.
	static Optional<ClientBuild> find(ResourceLoader resources) {
		Resource routes = resources.getResource(LOCATION + "routes.json");
		if (!routes.exists()) {
			return Optional.empty();
		}
		List<String> paths = JsonMapper.shared().readValue(text(routes), new TypeReference<>() {
		});
		return Optional.of(new ClientBuild(paths, text(resources.getResource(LOCATION + "index.html"))));
	}

	private static String text(Resource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

}
