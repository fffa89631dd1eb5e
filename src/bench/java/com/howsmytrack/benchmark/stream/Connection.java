package com.howsmytrack.benchmark.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A connection with one subscription. It keeps only the bytes of a message that is not complete, so that thousands of
/// connections need little memory.
abstract class Connection {

	private static final byte[] NONE = {};

	private static final String END_OF_HEADERS = "\r\n\r\n";

	private final SocketChannel channel;

	private final Subscription subscription;

	private byte[] incomplete = NONE;

	private boolean established;

	private boolean receivedEvent;

	Connection(SocketChannel channel, Subscription subscription) {
		this.channel = channel;
		this.subscription = subscription;
	}

	/// The request that opens the stream, without the headers that all transports have in common.
	abstract String request();

	/// The status of the response that accepts the request.
	abstract int expectedStatus();

	/// Called after the response's headers.
	abstract void established() throws IOException;

	/// Consumes one message. Returns false, and consumes nothing, if it is not complete.
	abstract boolean parse(ByteBuffer in) throws IOException;

	void sendRequest() throws IOException {
		String[] lines = request().split("\r\n", 2);
		send((lines[0] + "\r\nHost: localhost\r\nCookie: JWT=" + this.subscription.token() + "\r\n" + lines[1])
			.getBytes(StandardCharsets.UTF_8));
	}

	/// Sends a few hundred bytes, which fit into the empty buffer of the socket.
	void send(byte[] bytes) throws IOException {
		if (this.channel.write(ByteBuffer.wrap(bytes)) != bytes.length) {
			throw new IOException("The server does not read");
		}
	}

	void deliver(String message) {
		this.receivedEvent = true;
		this.subscription.received(message);
	}

	/// Whether the subscription's first event, which tells the present state, was received.
	boolean hasReceivedEvent() {
		return this.receivedEvent;
	}

	/// @param buffer a buffer that all connections share
	void read(ByteBuffer buffer) throws IOException {
		buffer.clear().put(this.incomplete);
		if (this.channel.read(buffer) < 0) {
			throw new EOFException("The server closed the connection");
		}
		buffer.flip();
		boolean consumed = true;
		while (consumed && buffer.hasRemaining()) {
			consumed = this.established ? parse(buffer) : parseHeaders(buffer);
		}
		this.incomplete = buffer.hasRemaining() ? new byte[buffer.remaining()] : NONE;
		buffer.get(this.incomplete);
	}

	private boolean parseHeaders(ByteBuffer in) throws IOException {
		String text = text(in, in.remaining());
		int end = text.indexOf(END_OF_HEADERS);
		if (end < 0) {
			return false;
		}
		if (!text.startsWith("HTTP/1.1 " + expectedStatus())) {
			throw new IOException("The server refused the stream: " + text);
		}
		in.position(in.position() + end + END_OF_HEADERS.length());
		this.established = true;
		established();
		return true;
	}

	/// The text at the position, which does not change.
	static String text(ByteBuffer in, int length) {
		return new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
	}

	void close() throws IOException {
		this.channel.close();
	}

}
