package com.howsmytrack.graphql.stream;

import java.util.Locale;

enum StreamProtocol {

	/// Without subscriptions.
	WEB_SOCKET(32),

	/// With its subscription. Tomcat keeps all buffers of a request until its response is
	/// complete.
	EVENT_STREAM(112);

	private static final int BYTES_PER_KILOBYTE = 1024;

	private static final int SUBSCRIPTION_KILOBYTES = 8;

	/// graphql-java keeps the text and the variables of a subscription while it is open.
	/// Many small JSON values need 20 times the heap of their text.
	private static final int HEAP_PER_BYTE = 24;

	/// The size of the request of a subscription without variables, in bytes.
	private static final int USUAL_REQUEST = 150;

	private final int kilobytes;

	/// @param kilobytes some more than the 34 and 106 KB that were measured for idle
	/// streams with one subscription
	StreamProtocol(int kilobytes) {
		this.kilobytes = kilobytes;
	}

	/// The heap that one stream uses, in bytes.
	long heap() {
		return (long) this.kilobytes * BYTES_PER_KILOBYTE;
	}

	/// The heap of a stream with one subscription without variables, in bytes.
	long usualHeap() {
		return heap() + ((this == WEB_SOCKET) ? subscriptionHeap(USUAL_REQUEST) : requestHeap(USUAL_REQUEST));
	}

	/// The heap that one subscription of a WebSocket uses, in bytes.
	/// @param size of its message, in bytes
	static long subscriptionHeap(int size) {
		return (long) SUBSCRIPTION_KILOBYTES * BYTES_PER_KILOBYTE + requestHeap(size);
	}

	/// The heap that the request of a subscription uses, in bytes.
	/// @param size of the request, in bytes
	static long requestHeap(int size) {
		return (long) HEAP_PER_BYTE * size;
	}

	/// The name in metrics.
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
