package com.howsmytrack.graphql;

import java.util.Map;

import com.howsmytrack.web.NetworkAddress;
import graphql.language.OperationDefinition.Operation;

/// How a document reached the service. Each transport carries its own kinds of operations only.
public enum Transport {

	/// One JSON request with one response. Carries queries and mutations: only here can
	/// an operation set a cookie.
	REQUEST("SUBSCRIPTION_NEEDS_STREAM",
			"A subscription needs a WebSocket (graphql-transport-ws) or server-sent events (Accept: text/event-stream)."),

	/// A WebSocket or server-sent events. Carries subscriptions.
	STREAM("ONLY_SUBSCRIPTIONS", "This connection carries subscriptions only. Send queries and mutations by POST.");

	private final String code;

	private final String rejection;

	Transport(String code, String rejection) {
		this.code = code;
		this.rejection = rejection;
	}

	boolean carries(Operation operation) {
		return (operation == Operation.SUBSCRIPTION) == (this == STREAM);
	}

	/// The code of the error for an operation that this transport does not carry.
	String code() {
		return this.code;
	}

	/// The message of that error.
	String rejection() {
		return this.rejection;
	}

	/// The attributes that a request to the `WebGraphQlHandler` must have.
	/// @param network of the caller
	public Map<String, Object> attributes(NetworkAddress network) {
		return Map.of(Transport.class.getName(), this, CallerNetwork.NAME, network);
	}

	static Transport of(Map<String, Object> attributes) {
		if (attributes.get(Transport.class.getName()) instanceof Transport transport) {
			return transport;
		}
		throw new IllegalStateException("The request does not say by which transport it came");
	}

}
