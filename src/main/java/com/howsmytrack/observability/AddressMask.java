package com.howsmytrack.observability;

import java.util.regex.Pattern;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// Masks email addresses in the log of production. Our own log lines contain none, but the messages of mail servers and
/// of PostgreSQL can repeat one.
class AddressMask implements StructuredLoggingJsonMembersCustomizer<Object> {

	/// Matches more than valid addresses. The dot excludes `Object@1f2e`.
	private static final Pattern ADDRESS = Pattern
		.compile("[^\\s<>()\\[\\],;:\"'=/]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+");

	private static final String MASK = "***@***";

	@Override
	public void customize(JsonWriter.Members<Object> members) {
		members.applyingValueProcessor(
				JsonWriter.ValueProcessor.of(String.class, (text) -> (text != null) ? without(text) : null));
	}

	static String without(String text) {
		return (text.indexOf('@') < 0) ? text : ADDRESS.matcher(text).replaceAll(MASK);
	}

}
