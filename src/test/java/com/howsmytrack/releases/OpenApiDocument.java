package com.howsmytrack.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `src/docs/openapi.yaml`, with the part of JSON Schema that it uses. A keyword that is not known here is a violation, so
/// that the document cannot promise what no test checks.
class OpenApiDocument {

	private static final Set<String> DESCRIPTIVE = Set.of("description", "default");

	private final JsonNode document;

	OpenApiDocument() {
		try {
			Map<String, Object> yaml = new Yaml().load(Files.readString(Path.of("src/docs/openapi.yaml")));
			this.document = JsonMapper.builder().build().valueToTree(yaml);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	JsonNode root() {
		return this.document;
	}

	/// The response to `GET /api/artists`.
	JsonNode response(int status) {
		return this.document.at("/paths/~1api~1artists/get/responses").path(String.valueOf(status));
	}

	/// What of the body contradicts the document.
	List<String> violations(int status, String mediaType, JsonNode body) {
		List<String> violations = new ArrayList<>();
		check(response(status).path("content").path(mediaType).path("schema"), body, "body", violations);
		return violations;
	}

	List<String> violations(JsonNode schema, JsonNode value) {
		List<String> violations = new ArrayList<>();
		check(schema, value, "value", violations);
		return violations;
	}

	private void check(JsonNode schema, JsonNode value, String path, List<String> violations) {
		if (!schema.isObject()) {
			violations.add(path + ": the document has no schema");
			return;
		}
		schema.properties().forEach((keyword) -> {
			if (!DESCRIPTIVE.contains(keyword.getKey())
					&& !meets(keyword.getKey(), keyword.getValue(), schema, value, path, violations)) {
				violations
					.add("%s: %s %s is not met by %s".formatted(path, keyword.getKey(), keyword.getValue(), value));
			}
		});
	}

	private boolean meets(String keyword, JsonNode expected, JsonNode schema, JsonNode value, String path,
			List<String> violations) {
		return switch (keyword) {
			case "$ref" -> {
				check(this.document.at(expected.stringValue().substring(1)), value, path, violations);
				yield true;
			}
			case "type" -> expected.isArray() ? expected.valueStream().anyMatch((type) -> isOf(type, value))
					: isOf(expected, value);
			case "enum" -> expected.valueStream().anyMatch(value::equals);
			case "const" -> expected.equals(value);
			case "pattern" -> !value.isString() || value.stringValue().matches(expected.stringValue());
			case "maxLength" -> !value.isString()
					|| value.stringValue().codePointCount(0, value.stringValue().length()) <= expected.intValue();
			case "minItems" -> value.size() >= expected.intValue();
			case "format" -> !value.isString() || hasFormat(expected.stringValue(), value.stringValue());
			case "required" -> expected.valueStream().allMatch((name) -> value.has(name.stringValue()));
			case "additionalProperties" ->
				expected.booleanValue() || value.propertyNames().stream().allMatch(schema.path("properties")::has);
			case "properties" -> {
				expected.properties()
					.stream()
					.filter((property) -> value.has(property.getKey()))
					.forEach((property) -> check(property.getValue(), value.path(property.getKey()),
							path + '.' + property.getKey(), violations));
				yield true;
			}
			case "items" -> {
				value.valueStream().forEach((item) -> check(expected, item, path + "[]", violations));
				yield true;
			}
			default -> false;
		};
	}

	private static boolean isOf(JsonNode type, JsonNode value) {
		return switch (type.stringValue()) {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "string" -> value.isString();
			case "integer" -> value.isIntegralNumber();
			case "null" -> value.isNull();
			default -> false;
		};
	}

	private static boolean hasFormat(String format, String text) {
		try {
			return switch (format) {
				case "date-time" -> Instant.parse(text) != null;
				case "uri" -> URI.create(text).isAbsolute();
				default -> false;
			};
		}
		catch (DateTimeParseException | IllegalArgumentException invalid) {
			return false;
		}
	}

}
