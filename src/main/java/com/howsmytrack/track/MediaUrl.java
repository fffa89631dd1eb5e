package com.howsmytrack.track;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The URL of a track on a supported service. Host and path are read from the parsed URL, never searched for in the
/// text.
///
/// @param value the canonical form: scheme and host in lower case, everything else percent-encoded as browsers send it.
/// So a track has one URL, and the URL needs no escaping in a page or a mail.
public record MediaUrl(String value, MediaSource source) {

	static final int MAX_LENGTH = 2000;

	/// The ASCII characters that are percent-encoded: the path and query percent-encode
	/// sets of the WHATWG URL Standard, and the characters that RFC 3986 does not allow
	/// in a path. A backslash is not among them, because browsers read it as a slash: a
	/// URL with one is rejected.
	private static final String ENCODED = " \"'<>[]^`{|}";

	/// Empty if the text is not a URL or if its service is not supported.
	public static Optional<MediaUrl> parse(String text) {
		if (text.length() > MAX_LENGTH || text.codePoints().anyMatch(MediaUrl::isInvisible)) {
			return Optional.empty();
		}
		String encoded = percentEncoded(text);
		if (encoded.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		try {
			URI uri = new URI(encoded);
			return Optional.ofNullable(sourceOf(uri)).map((source) -> new MediaUrl(canonical(uri), source));
		}
		catch (URISyntaxException malformed) {
			return Optional.empty();
		}
	}

	/// Control and formatting characters, for example those that change the reading
	/// direction, would make a URL look like another one. So would spaces other than
	/// U+0020. Half of a surrogate pair cannot be encoded.
	private static boolean isInvisible(int codePoint) {
		return codePoint != ' ' && switch (Character.getType(codePoint)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
					Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
				true;
			default -> false;
		};
	}

	/// A host with one of these characters is encoded too, and then matches no supported
	/// host.
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

	private static @Nullable MediaSource sourceOf(URI uri) {
		if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null
				|| uri.getPort() != -1 || uri.getRawAuthority().endsWith(":")) {
			return null;
		}
		String path = uri.getRawPath();
		return switch (uri.getHost().toLowerCase(Locale.ROOT)) {
			case "soundcloud.com" -> (path.length() > 1) ? MediaSource.SOUNDCLOUD : null;
			case "dropbox.com", "www.dropbox.com" -> (path.length() > 1) ? MediaSource.DROPBOX : null;
			case "drive.google.com" ->
				(path.startsWith("/file/") && path.length() > "/file/".length()) ? MediaSource.GOOGLEDRIVE : null;
			case "onedrive.live.com" -> isSharedOneDriveFile(uri.getRawQuery()) ? MediaSource.ONEDRIVE : null;
			default -> null;
		};
	}

	/// OneDrive shows a file to other people only with its key, the id of its owner and
	/// the id of the file.
	private static boolean isSharedOneDriveFile(@Nullable String query) {
		if (query == null) {
			return false;
		}
		Set<String> names = Arrays.stream(query.split("&"))
			.map((parameter) -> parameter.split("=", 2))
			.filter((parameter) -> parameter.length == 2 && !parameter[1].isEmpty())
			.map((parameter) -> parameter[0])
			.collect(Collectors.toSet());
		return names.contains("authkey") && names.contains("cid") && (names.contains("id") || names.contains("resid"));
	}

	private static String canonical(URI uri) {
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		String fragment = (uri.getRawFragment() != null) ? "#" + uri.getRawFragment() : "";
		return "https://" + uri.getHost().toLowerCase(Locale.ROOT) + uri.getRawPath() + query + fragment;
	}

}
