package com.howsmytrack.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

/// One call. The settings of `howsmytrack.outbound` limit size and time further.
///
/// @param headers in addition to those that the module sets: `Host`, `User-Agent`, `Accept-Encoding`, and those of the
/// body. Of these headers, a redirect to another host gets `Accept` and `Accept-Language` only, because others can
/// contain secrets
/// @param body of a POST request
/// @param largestBody how many bytes the decompressed body of the response may have
/// @param time for the whole call with its redirects
/// @param redirects how many redirects are followed, 0 to 3. With 0, a redirect is the response
/// @param readsBody whether the body of the response is read. If not, the connection is closed after the headers
public record OutboundRequest(URI uri, Map<String, String> headers, OutboundBody body, int largestBody, Duration time,
		int redirects, boolean readsBody) {

	private static final int MOST_REDIRECTS = 3;

	private static final int DEFAULT_LARGEST_BODY = 256 * 1024;

	private static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

	public OutboundRequest {
		Assert.isTrue(redirects >= 0 && redirects <= MOST_REDIRECTS, "At most 3 redirects are followed");
		Assert.isTrue(largestBody > 0, "A body needs a limit");
		Assert.isTrue(time.isPositive(), "A call needs a time");
		headers = Map.copyOf(headers);
	}

	/// A request without headers and redirects, with at most 256 KB and 10 seconds.
	public static OutboundRequest to(URI uri) {
		return new OutboundRequest(uri, Map.of(), OutboundBody.NONE, DEFAULT_LARGEST_BODY, DEFAULT_TIME, 0, true);
	}

	/// Adds or replaces a header.
	public OutboundRequest header(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new OutboundRequest(this.uri, more, this.body, this.largestBody, this.time, this.redirects,
				this.readsBody);
	}

	/// Replaces the body.
	public OutboundRequest body(String contentType, byte[] content) {
		return new OutboundRequest(this.uri, this.headers, new OutboundBody(contentType, content), this.largestBody,
				this.time, this.redirects, this.readsBody);
	}

	/// Replaces the limits.
	public OutboundRequest within(int largestBody, Duration time) {
		return new OutboundRequest(this.uri, this.headers, this.body, largestBody, time, this.redirects,
				this.readsBody);
	}

	/// Follows redirects, 3 at most.
	public OutboundRequest followingRedirects(int redirects) {
		return new OutboundRequest(this.uri, this.headers, this.body, this.largestBody, this.time, redirects,
				this.readsBody);
	}

	/// Reads the status and the headers of the response only.
	public OutboundRequest headersOnly() {
		return new OutboundRequest(this.uri, this.headers, this.body, this.largestBody, this.time, this.redirects,
				false);
	}

}
