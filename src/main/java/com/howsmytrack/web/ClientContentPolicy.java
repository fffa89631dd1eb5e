package com.howsmytrack.web;

import java.util.List;

/// The `Content-Security-Policy` of the pages of the web client: all that they load is from this server, except the
/// players of the media sources, which load after a click.
final class ClientContentPolicy {

	/// Pages of players. A frame of OneDrive is redirected to the second host of
	/// Microsoft.
	private static final List<String> FRAMES = List.of("https://w.soundcloud.com", "https://drive.google.com",
			"https://onedrive.live.com", "https://*.microsoftpersonalcontent.com");

	/// Files that the `audio` element plays. Dropbox redirects from the first two hosts
	/// to a subdomain of the third.
	private static final List<String> MEDIA = List.of("https://www.dropbox.com", "https://dropbox.com",
			"https://*.dropboxusercontent.com");

	private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self' 'nonce-%s'", "img-src 'self'", "connect-src 'self'",
			"frame-src " + String.join(" ", FRAMES), "media-src " + String.join(" ", MEDIA), "form-action 'self'",
			"base-uri 'none'", "frame-ancestors 'none'");

	private ClientContentPolicy() {
	}

	/// The source `'self'` of `connect-src` includes WebSockets of the same host and
	/// port.
	/// @param nonce of the one style element that the client adds
	static String withNonce(String nonce) {
		return POLICY.formatted(nonce);
	}

}
