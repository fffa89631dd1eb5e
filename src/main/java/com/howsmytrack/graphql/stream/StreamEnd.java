package com.howsmytrack.graphql.stream;

import java.util.Locale;

import org.springframework.web.socket.CloseStatus;

/// Why the server ends a stream. The client library `graphql-ws` opens a new WebSocket after some of the codes, and
/// reports the others to the application. After server-sent events without a `complete`, `graphql-sse` always sends
/// its request again.
enum StreamEnd {

	/// The member has signed out or has a new password, or the account was disabled or
	/// deleted. Reported to the application.
	SESSION_REVOKED(4401, "Unauthorized"),

	/// The token has expired. The client connects again, because its cookie may contain
	/// a later token of the same session.
	SESSION_EXPIRED(4403, "The session has expired"),

	/// This instance shuts down. The client connects again, to another instance.
	SHUTDOWN(1012, "Service restart"),

	/// The client has sent nothing for two heartbeats, or never completed the handshake.
	CONNECTION_LOST(1001, "No response to heartbeats");

	private final int code;

	private final String reason;

	StreamEnd(int code, String reason) {
		this.code = code;
		this.reason = reason;
	}

	/// For a WebSocket.
	CloseStatus status() {
		return new CloseStatus(this.code, this.reason);
	}

	/// The name in metrics.
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
