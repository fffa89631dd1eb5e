package com.howsmytrack.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A complete response. All of it comes from another service and must be treated as hostile.
///
/// @param status the HTTP status
/// @param headers by name in lower case
/// @param body decompressed; empty if the request does not read it
/// @param uri the address that answered, after redirects
@SuppressWarnings("ArrayRecordComponent")
public record OutboundResponse(int status, Map<String, List<String>> headers, byte[] body, URI uri) {

	/// The first header with this name, compared without case.
	public Optional<String> header(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
	}

	/// The body as UTF-8. Malformed bytes are replaced with U+FFFD.
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/// Without the path, the headers and the body, which can contain secrets.
	@Override
	public String toString() {
		return "%d of %s".formatted(this.status, this.uri.getHost());
	}

}
