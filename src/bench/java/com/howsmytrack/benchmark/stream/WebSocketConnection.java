package com.howsmytrack.benchmark.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A WebSocket with the protocol `graphql-transport-ws`.
final class WebSocketConnection extends Connection {

	private static final int TEXT = 1;

	private static final int CLOSE = 8;

	private static final int PING = 9;

	private static final int PONG = 10;

	private static final int FINAL = 0x80;

	private static final int MASKED = 0x80;

	/// The length field of a frame whose length is in the next two bytes.
	private static final int EXTENDED_LENGTH = 126;

	private final String subscribe;

	WebSocketConnection(SocketChannel channel, String document, Subscription subscription) {
		super(channel, subscription);
		this.subscribe = "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + document + "\"}}";
	}

	@Override
	String request() {
		return "GET /graphql HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";
	}

	@Override
	int expectedStatus() {
		return 101;
	}

	@Override
	void established() throws IOException {
		sendText("{\"type\":\"connection_init\"}");
	}

	@Override
	boolean parse(ByteBuffer in) throws IOException {
		int start = in.position();
		int header = (in.remaining() > 1 && lengthField(in) == EXTENDED_LENGTH) ? 4 : 2;
		if (in.remaining() < header) {
			return false;
		}
		if (lengthField(in) > EXTENDED_LENGTH) {
			throw new IOException("A frame has more than 65,535 bytes");
		}
		int length = (header == 4) ? in.getShort(start + 2) & 0xffff : lengthField(in);
		if (in.remaining() < header + length) {
			return false;
		}
		int opcode = in.get(start) & 0x0f;
		in.position(start + header);
		receive(opcode, in, length);
		in.position(start + header + length);
		return true;
	}

	private static int lengthField(ByteBuffer in) {
		return in.get(in.position() + 1) & 0x7f;
	}

	private void receive(int opcode, ByteBuffer in, int length) throws IOException {
		switch (opcode) {
			case TEXT -> receive(text(in, length));
			case PING -> {
				byte[] payload = new byte[length];
				in.get(payload);
				send(PONG, payload);
			}
			case PONG -> {
			}
			case CLOSE -> throw new IOException("The server closed the WebSocket"
					+ ((length > 1) ? ": " + in.getShort() + " " + text(in, length - 2) : ""));
			default -> throw new IOException("Unexpected opcode " + opcode);
		}
	}

	private void receive(String message) throws IOException {
		if (message.contains("\"type\":\"next\"")) {
			deliver(message);
		}
		else if (message.contains("\"type\":\"connection_ack\"")) {
			sendText(this.subscribe);
		}
		else if (message.contains("\"type\":\"ping\"")) {
			sendText("{\"type\":\"pong\"}");
		}
		else if (!message.contains("\"type\":\"pong\"")) {
			throw new IOException("Unexpected message: " + message);
		}
	}

	private void sendText(String message) throws IOException {
		send(TEXT, message.getBytes(StandardCharsets.UTF_8));
	}

	/// Clients must mask their frames. The mask is zero, so the payload stays as it is.
	private void send(int opcode, byte[] payload) throws IOException {
		ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) (FINAL | opcode));
		if (payload.length < EXTENDED_LENGTH) {
			frame.put((byte) (MASKED | payload.length));
		}
		else {
			frame.put((byte) (MASKED | EXTENDED_LENGTH)).putShort((short) payload.length);
		}
		frame.putInt(0).put(payload).flip();
		byte[] bytes = new byte[frame.remaining()];
		frame.get(bytes);
		send(bytes);
	}

}
