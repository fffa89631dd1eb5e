package com.howsmytrack.graphql.stream;

import java.util.Locale;

import com.howsmytrack.graphql.ErrorCode;

import org.springframework.http.HttpStatus;

/// Why a stream, or a subscription of a WebSocket, is not opened.
enum StreamRejection {

	/// The subscriptions of the member have too many or too large documents and
	/// variables.
	MEMBER_HEAP_LIMIT(HttpStatus.TOO_MANY_REQUESTS, "Your open subscriptions are too large. Please close one first."),

	MEMBER_LIMIT(HttpStatus.TOO_MANY_REQUESTS, "You have too many open streams. Please close one first."),

	NETWORK_LIMIT(HttpStatus.TOO_MANY_REQUESTS, "There are too many open streams from your network."),

	/// The network opens streams too often.
	NETWORK_RATE(HttpStatus.TOO_MANY_REQUESTS,
			"There are too many attempts to open a stream from your network. Please try again in a moment."),

	INSTANCE_LIMIT(HttpStatus.SERVICE_UNAVAILABLE, "The server has too many open streams. Please try again later."),

	SHUTDOWN(HttpStatus.SERVICE_UNAVAILABLE, "The server is shutting down. Please try again in a moment.");

	private final HttpStatus status;

	private final String message;

	StreamRejection(HttpStatus status, String message) {
		this.status = status;
		this.message = message;
	}

	HttpStatus status() {
		return this.status;
	}

	String message() {
		return this.message;
	}

	/// The code of the error that the client gets.
	String code() {
		return switch (this) {
			case MEMBER_HEAP_LIMIT, MEMBER_LIMIT, NETWORK_LIMIT -> "TOO_MANY_STREAMS";
			case NETWORK_RATE -> ErrorCode.TOO_MANY_ATTEMPTS.name();
			case INSTANCE_LIMIT, SHUTDOWN -> "SERVICE_UNAVAILABLE";
		};
	}

	/// The name in metrics.
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
