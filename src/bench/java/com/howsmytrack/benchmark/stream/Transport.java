package com.howsmytrack.benchmark.stream;

import java.nio.channels.SocketChannel;

/// The transports of subscriptions.
public enum Transport {

	WEB_SOCKET("WebSocket") {

		@Override
		Connection connect(SocketChannel channel, String document, Subscription subscription) {
			return new WebSocketConnection(channel, document, subscription);
		}

	},

	SERVER_SENT_EVENTS("Server-Sent Events") {

		@Override
		Connection connect(SocketChannel channel, String document, Subscription subscription) {
			return new EventStreamConnection(channel, document, subscription);
		}

	};

	private final String title;

	Transport(String title) {
		this.title = title;
	}

	/// The name for readers of the results.
	public String title() {
		return this.title;
	}

	abstract Connection connect(SocketChannel channel, String document, Subscription subscription);

}
