package com.howsmytrack.track;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A web address that a member typed or pasted. Host, path and query are read from the parsed address, never searched
/// for in the text.
///
/// @param host in lower case
/// @param segments the parts of the path, percent-encoded, without empty parts at the end
/// @param parameters the query, decoded; the first value of each name that has one
record WebAddress(String host, List<String> segments, Map<String, String> parameters) {

	/// The ASCII characters that are percent-encoded: the path and query percent-encode
	/// sets of the WHATWG URL Standard, and the characters that RFC 3986 does not allow
	/// in a path. A backslash is not among them, because browsers read it as a slash: an
	/// address with one is rejected.
	private static final String ENCODED = " \"'<>[]^`{|}";

	private static final Pattern WITH_SCHEME = Pattern.compile("^(https?:)?//", Pattern.CASE_INSENSITIVE);

	private static final Pattern ENCODED_OCTET = Pattern.compile("%(\\p{XDigit}{2})");

	private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	/// A path with one of these, decoded once more, would be another path.
	private static final Pattern AMBIGUOUS_SEGMENT = Pattern.compile("(\\.|%2e){1,2}|.*%(2f|5c|00|0a|0d).*",
			Pattern.CASE_INSENSITIVE);

	/// Empty if the text is not an `http` or `https` address, or if it could be read in
	/// two ways.
	static Optional<WebAddress> parse(String text) {
		if (text.length() > TrackLink.MAX_LENGTH) {
			return Optional.empty();
		}
		String visible = withoutInvisible(text).strip();
		if (visible.codePoints().anyMatch(WebAddress::isUnreadable)) {
			return Optional.empty();
		}
		String encoded = percentEncoded(WITH_SCHEME.matcher(visible).replaceFirst(""));
		if (encoded.isEmpty() || encoded.length() > TrackLink.MAX_LENGTH) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(of(new URI("https://" + encoded)));
		}
		catch (URISyntaxException malformed) {
			return Optional.empty();
		}
	}

	private static @Nullable WebAddress of(URI uri) {
		if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getPort() != -1
				|| uri.getRawAuthority().endsWith(":")) {
			return null;
		}
		List<String> segments = Arrays.stream(uri.getRawPath().replaceFirst("^/", "").split("/", 0))
			.map(WebAddress::withoutNeedlessEncoding)
			.toList();
		if (segments.stream().anyMatch((segment) -> AMBIGUOUS_SEGMENT.matcher(segment).matches())) {
			return null;
		}
		boolean home = segments.equals(List.of(""));
		return new WebAddress(uri.getHost().toLowerCase(Locale.ROOT), home ? List.of() : segments,
				parameters(uri.getRawQuery()));
	}

	/// Decodes letters, digits and `-._~`, which mean the same in both forms (RFC 3986,
	/// section 6.2.2.2).
	private static String withoutNeedlessEncoding(String segment) {
		return ENCODED_OCTET.matcher(segment).replaceAll((octet) -> {
			char decoded = (char) HexFormat.fromHexDigits(octet.group(1));
			return (UNRESERVED.indexOf(decoded) >= 0) ? String.valueOf(decoded)
					: octet.group().toUpperCase(Locale.ROOT);
		});
	}

	private static Map<String, String> parameters(@Nullable String query) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : ((query != null) ? query : "").split("&", 0)) {
			String[] parts = parameter.split("=", 2);
			if (parts.length == 2 && !parts[1].isEmpty()) {
				parameters.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
			}
		}
		return parameters;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/// Empty for a path that is shorter.
	String segment(int index) {
		return (index < this.segments.size()) ? this.segments.get(index) : "";
	}

	/// Empty if the address does not have the parameter.
	String parameter(String name) {
		return this.parameters.getOrDefault(name, "");
	}

	/// A value of a parameter, encoded as in forms.
	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/// Characters without a glyph, which copying from a page or a chat adds, and line
	/// breaks, which a mail program adds. Browsers remove line breaks too.
	private static String withoutInvisible(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints()
			.filter((codePoint) -> Character.getType(codePoint) != Character.FORMAT && codePoint != '\t'
					&& codePoint != '\n' && codePoint != '\r')
			.map((codePoint) -> isSpace(codePoint) ? ' ' : codePoint)
			.forEach(visible::appendCodePoint);
		return visible.toString();
	}

	private static boolean isSpace(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

	/// Half of a surrogate pair cannot be encoded. The others have no meaning on which
	/// two readers agree.
	private static boolean isUnreadable(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
			default -> false;
		};
	}

	/// A host with one of these characters is encoded too, and then is no valid host.
	private static String percentEncoded(String text) {
		StringBuilder encoded = new StringBuilder(text.length());
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			if (octet < 0 || ENCODED.indexOf(octet) >= 0) {
				encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
			}
			else {
				encoded.append((char) octet);
			}
		}
		return encoded.toString();
	}

}
