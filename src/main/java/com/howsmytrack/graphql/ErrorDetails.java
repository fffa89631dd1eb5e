package com.howsmytrack.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;

import org.springframework.stereotype.Component;

/// Adds a code and the id of the request to every error, also to those of graphql-java, whose messages it shortens.
/// It runs last, so that no error is missed.
@Component
class ErrorDetails {

	/// The maximum length of a message of graphql-java, which can repeat names from the
	/// document.
	private static final int LONGEST = 100;

	/// The start of the parser's messages about its limits.
	private static final String TOO_LARGE_TO_PARSE = "More than ";

	private static final Pattern JAVA_CLASS = Pattern.compile("it was a '(\\w+)'");

	/// Returns the same result if it has no errors.
	/// @param requestId the id of the request that sent the document
	ExecutionResult complete(ExecutionResult result, String requestId) {
		return result.getErrors().isEmpty() ? result : result.transform((builder) -> builder
			.errors(result.getErrors().stream().map((error) -> detailed(error, requestId)).toList()));
	}

	private static GraphQLError detailed(GraphQLError error, String requestId) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		if (error.getExtensions() != null) {
			extensions.putAll(error.getExtensions());
		}
		boolean ours = extensions.containsKey("code");
		extensions.putIfAbsent("code", code(error));
		extensions.putIfAbsent("requestId", requestId);
		return GraphqlErrorBuilder.newError()
			.message("%s", ours ? error.getMessage() : shortened(inWordsOfJson(error.getMessage())))
			.locations(Objects.requireNonNullElse(error.getLocations(), List.of()))
			.path(error.getPath())
			.errorType(error.getErrorType())
			.extensions(extensions)
			.build();
	}

	/// `ValidationError` becomes `VALIDATION_ERROR`, like the codes of this service.
	private static String code(GraphQLError error) {
		if (error.getMessage().startsWith(TOO_LARGE_TO_PARSE)) {
			return DocumentLimits.CODE;
		}
		return error.getErrorType().toString().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
	}

	/// graphql-java names the Java class of an invalid value. Clients get the JSON type
	/// instead.
	private static String inWordsOfJson(String message) {
		return JAVA_CLASS.matcher(message).replaceAll((found) -> switch (found.group(1)) {
			case "LinkedHashMap", "Map" -> "it was an object";
			case "ArrayList", "List" -> "it was a list";
			case "String" -> "it was a string";
			case "Boolean" -> "it was a boolean";
			default -> "it was a number";
		});
	}

	private static String shortened(String message) {
		return (message.codePointCount(0, message.length()) <= LONGEST) ? message
				: message.substring(0, message.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
