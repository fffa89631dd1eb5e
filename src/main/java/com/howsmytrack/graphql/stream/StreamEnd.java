package com.howsmytrack.graphql.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.web.socket.CloseStatus;

/// Why the server ends a stream. The client library `graphql-ws` opens a new WebSocket after some of the codes, and
/// reports the others to the application. After server-sent events without a `complete`, `graphql-sse` sends its request
/// again, as often as its option `retryAttempts` permits.
enum StreamEnd {

	/// The member has signed out or has a new password, or the account was disabled or
	/// deleted. `graphql-ws` does not connect again.
	SESSION_REVOKED(4401, "The session has ended"),

	/// The token has expired. The client connects again, because its cookie may contain a
	/// later token of the same session.
	SESSION_EXPIRED(4403, "The session has expired"),

	/// This instance is shutting down. The client connects again, to another instance.
	SHUTDOWN(1012, "Service restart"),

	/// The client has had no subscription for some time. `graphql-ws` does not connect
	/// again before its next subscription. If it subscribes at this moment, it connects
	/// again at once.
	IDLE(1000, "No subscription"),

	/// The client has sent nothing for two heartbeats, or never completed the handshake.
	CONNECTION_LOST(1001, "No response to heartbeats"),

	/// The client does not read. The connection has no close code.
	NOT_READING(1006, ""),

	MALFORMED_MESSAGE(4400, "Invalid message"),

	/// The client has subscribed before its `connection_init`.
	NOT_INITIALIZED(4401, "Unauthorized"),

	INIT_TIMEOUT(4408, "Connection initialisation timeout"),

	/// The client has sent `connection_init` twice.
	INITIALIZED_TWICE(4429, "Too many initialisation requests"),

	/// `GraphQlWebSocketHandler` alone would log this mistake of a client as an error of
	/// the server.
	SUBSCRIBER_EXISTS(4409, "Subscriber already exists"),

	MESSAGE_TOO_LARGE(1009, "The message is too large"),

	TOO_MANY_MESSAGES(1008, "Too many messages"),

	/// The client has not completed a message in time.
	INCOMPLETE_MESSAGE(1008, "The message is incomplete");

	private final int code;

	private final String reason;

	StreamEnd(int code, String reason) {
		this.code = code;
		this.reason = reason;
	}

	/// The reason for which `GraphQlWebSocketHandler` or [SocketStream] closes a
	/// WebSocket.
	static Optional<StreamEnd> of(CloseStatus status) {
		return Arrays.stream(values())
			.filter((end) -> end.status().equals(status))
			.findFirst()
			.or(() -> Arrays.stream(values()).filter((end) -> end.code == status.getCode()).findFirst());
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
