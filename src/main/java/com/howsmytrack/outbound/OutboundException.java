package com.howsmytrack.outbound;

import org.jspecify.annotations.Nullable;

/// There is no complete response. The message contains the host, but not the path, because paths can contain secrets.
public class OutboundException extends RuntimeException {

	private final OutboundFailure failure;

	/// @param host the host of the call that failed
	public OutboundException(OutboundFailure failure, String host, @Nullable Throwable cause) {
		super("Call of %s failed: %s".formatted(host, failure), cause);
		this.failure = failure;
	}

	/// Why there is no complete response.
	public OutboundFailure failure() {
		return this.failure;
	}

}
