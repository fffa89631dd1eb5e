package com.howsmytrack.benchmark.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Server-Sent Events in the "distinct connections mode" of `graphql-sse`.
final class EventStreamConnection extends Connection {

	private static final int RADIX = 16;

	private final String body;

	/// The beginning of an event whose end is in a later chunk.
	private String text = "";

	EventStreamConnection(SocketChannel channel, String document, Subscription subscription) {
		super(channel, subscription);
		this.body = "{\"query\":\"" + document + "\"}";
	}

	@Override
	String request() {
		return "POST /graphql HTTP/1.1\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
				+ this.body.length() + "\r\n\r\n" + this.body;
	}

	@Override
	int expectedStatus() {
		return 200;
	}

	@Override
	void established() {
		// The request contains the subscription.
	}

	/// Parses a chunk of the response: its length in hexadecimal digits, the data, and a line break after each.
	@Override
	boolean parse(ByteBuffer in) throws IOException {
		String line = text(in, Math.min(in.remaining(), 10));
		int endOfLine = line.indexOf("\r\n");
		if (endOfLine < 0) {
			return false;
		}
		int length = Integer.parseInt(line.substring(0, endOfLine), RADIX);
		if (length == 0) {
			throw new EOFException("The server ended the stream after: " + this.text);
		}
		if (in.remaining() < endOfLine + 2 + length + 2) {
			return false;
		}
		in.position(in.position() + endOfLine + 2);
		this.text += text(in, length);
		in.position(in.position() + length + 2);
		for (int end = this.text.indexOf("\n\n"); end >= 0; end = this.text.indexOf("\n\n")) {
			receive(this.text.substring(0, end));
			this.text = this.text.substring(end + 2);
		}
		return true;
	}

	private void receive(String event) throws IOException {
		String lines = "\n" + event;
		if (lines.contains("\nevent:next") || lines.contains("\nevent: next")) {
			deliver(event);
		}
		else if (lines.contains("\nevent:")) {
			throw new IOException("Unexpected event: " + event);
		}
		// Everything else is a comment, which keeps the connection open.
	}

}
