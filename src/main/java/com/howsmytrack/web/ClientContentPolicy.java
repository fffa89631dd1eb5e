package com.howsmytrack.web;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The `Content-Security-Policy` of the pages of the web client: all that they load is from this server, except the
/// players of the media sources, which load after a click, and covers of releases, which load if the member has turned them
/// on.
final class ClientContentPolicy {

	private final String policy;

	ClientContentPolicy(PlayerOrigins players, ImageOrigins images) {
		this.policy = String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self' 'nonce-%s'",
				"img-src " + list(withSelf(images.images())), "connect-src 'self'",
				"frame-src " + list(players.frames()), "media-src " + list(players.media()), "form-action 'self'",
				"base-uri 'none'", "frame-ancestors 'none'");
	}

	private static Collection<String> withSelf(Collection<String> origins) {
		return Stream.concat(Stream.of("'self'"), origins.stream()).toList();
	}

	private static String list(Collection<String> origins) {
		return origins.isEmpty() ? "'none'" : String.join(" ", new TreeSet<>(origins));
	}

	/// The source `'self'` of `connect-src` includes WebSockets of the same host and
	/// port.
	/// @param nonce of the one style element that the client adds
	String withNonce(String nonce) {
		return this.policy.formatted(nonce);
	}

}
