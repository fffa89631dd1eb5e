package com.howsmytrack.feedback.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The address of a track at one of the places that the client can play from. Decided on the parsed URL:
/// a URL that merely contains another one's host is not that one.
///
/// @param value as it was typed, but for scheme and host, which are in small letters: one track, one address
record MediaUrl(String value, MediaType type) {

	static final int LONGEST = 255;

	private static final Set<String> DROPBOX_HOSTS = Set.of("www.dropbox.com", "dropbox.com");

	/// Empty when it is no URL, or none that we support.
	static Optional<MediaUrl> parse(String text) {
		if (text.length() > LONGEST || text.codePoints().anyMatch(MediaUrl::isInvisible)) {
			return Optional.empty();
		}
		try {
			URI uri = new URI(text);
			return Optional.ofNullable(typeOf(uri)).map((type) -> new MediaUrl(canonical(uri), type));
		}
		catch (URISyntaxException malformed) {
			return Optional.empty();
		}
	}

	/// Whoever reads a URL must see what it is: no control or formatting characters, such
	/// as those that turn the reading direction, and no halves of surrogate pairs.
	private static boolean isInvisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
					Character.PRIVATE_USE ->
				true;
			default -> false;
		};
	}

	private static @Nullable MediaType typeOf(URI uri) {
		if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null
				|| uri.getPort() != -1 || uri.getRawAuthority().endsWith(":")) {
			return null;
		}
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		String path = uri.getRawPath();
		if (host.equals("soundcloud.com")) {
			return (path.length() > 1) ? MediaType.SOUNDCLOUD : null;
		}
		if (DROPBOX_HOSTS.contains(host)) {
			return (path.length() > 1) ? MediaType.DROPBOX : null;
		}
		if (host.equals("drive.google.com")) {
			return (path.startsWith("/file/") && path.length() > "/file/".length()) ? MediaType.GOOGLEDRIVE : null;
		}
		if (host.equals("onedrive.live.com")) {
			return isShareable(uri.getRawQuery()) ? MediaType.ONEDRIVE : null;
		}
		return null;
	}

	/// OneDrive shows a file to strangers by its key, its owner's id and its own.
	private static boolean isShareable(@Nullable String query) {
		if (query == null) {
			return false;
		}
		Set<String> given = Arrays.stream(query.split("&"))
			.map((parameter) -> parameter.split("=", 2))
			.filter((parameter) -> parameter.length == 2 && !parameter[1].isEmpty())
			.map((parameter) -> parameter[0])
			.collect(Collectors.toSet());
		return given.contains("authkey") && given.contains("cid") && (given.contains("id") || given.contains("resid"));
	}

	private static String canonical(URI uri) {
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		String fragment = (uri.getRawFragment() != null) ? "#" + uri.getRawFragment() : "";
		return "https://" + uri.getHost().toLowerCase(Locale.ROOT) + uri.getRawPath() + query + fragment;
	}

}
