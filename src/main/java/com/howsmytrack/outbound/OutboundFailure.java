package com.howsmytrack.outbound;

/// Why there is no complete response.
public enum OutboundFailure {

	/// Outbound calls are disabled by the setting `howsmytrack.outbound.enabled`.
	SWITCHED_OFF,

	/// The URL, or the target of a redirect, is not `https` on port 443 of a declared
	/// host.
	NOT_ALLOWED_HOST,

	/// The host has an address that is not public.
	REFUSED_ADDRESS,

	/// The host has no address, is not reachable, closed the connection or has no valid
	/// certificate.
	CONNECTION,

	/// A time limit was exceeded.
	TIMEOUT,

	/// The headers or the decompressed body exceed their limit.
	TOO_LARGE,

	/// More redirects than the request allows.
	TOO_MANY_REDIRECTS,

	/// The response violates HTTP, or its encoding is not supported.
	INVALID_RESPONSE,

	/// The calling thread was interrupted, for example because the process ends.
	INTERRUPTED

}
