package com.howsmytrack.graphql.stream;

import java.util.Locale;

enum StreamProtocol {

	WEB_SOCKET(40),

	/// Tomcat keeps all buffers of a request until its response is complete.
	EVENT_STREAM(112);

	private static final int BYTES_PER_KILOBYTE = 1024;

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

	/// The name in metrics.
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
