package com.howsmytrack.graphql.stream;

import java.util.Locale;

enum StreamProtocol {

	WEB_SOCKET, EVENT_STREAM;

	/// The name in metrics.
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
