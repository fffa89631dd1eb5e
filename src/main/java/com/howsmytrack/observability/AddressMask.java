package com.howsmytrack.observability;

import java.util.regex.Pattern;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// Keeps addresses of people out of the log of production. Our own lines have none; but what a mail server says of a
/// letter, or PostgreSQL of a row, is logged as it came, and may repeat one.
class AddressMask implements StructuredLoggingJsonMembersCustomizer<Object> {

	/// Wider than what is an address: `Object@1f2e` has no dot behind it, and stays.
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
