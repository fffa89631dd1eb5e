package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Handshakes and frames of WebSockets, byte by byte.
@StreamApplication
@Timeout(120)
class SocketConnectionTests {

	private static final String CLIENT = "http://localhost:3000";

	@Autowired
	private Api api;

	@Autowired
	private Ticks ticks;

	private Browser ada;

	@BeforeEach
	void member() {
		this.ada = this.api.member("ada");
	}

	private Socket connect(String path, String headers) throws IOException {
		Socket socket = new Socket("localhost", this.api.uri("/").getPort());
		socket.getOutputStream()
			.write("""
					GET %s HTTP/1.1
					Host: localhost
					Connection: Upgrade
					Upgrade: websocket
					Sec-WebSocket-Version: 13
					Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
					Cookie: JWT=%s
					%s

					""".formatted(path, this.ada.token(), headers)
				.replace("\n", "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static String head(Socket socket) throws IOException {
		StringBuilder head = new StringBuilder();
		InputStream in = socket.getInputStream();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				break;
			}
			head.append((char) next);
		}
		return head.toString();
	}

	private static byte[] masked(int opCode, String text) {
		byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
		byte[] frame = new byte[8 + payload.length];
		frame[0] = (byte) (0x80 | opCode);
		frame[1] = (byte) (0x80 | 126);
		frame[2] = (byte) (payload.length >> 8);
		frame[3] = (byte) payload.length;
		// The mask is zero.
		System.arraycopy(payload, 0, frame, 8, payload.length);
		return frame;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/graphql/" })
	void opensWithoutCompression(String path) throws IOException {
		try (Socket socket = connect(path, "Origin: " + CLIENT
				+ "\nSec-WebSocket-Protocol: graphql-transport-ws\nSec-WebSocket-Extensions: permessage-deflate")) {
			String head = head(socket);

			assertThat(head).startsWith("HTTP/1.1 101")
				.contains("Sec-WebSocket-Protocol: graphql-transport-ws", "X-Content-Type-Options: nosniff");
			assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("deflate");
		}
	}

	/// Tomcat rejects characters that must be encoded.
	@ParameterizedTest
	@CsvSource({ "/graphql?a=%zz, 101", "/graphql?a={}&b=|, 400", "/%67raphql?a, 101", "/graphql?%%, 101" })
	void isNotAffectedByTheQueryOfTheAddress(String path, int status) throws IOException {
		try (Socket socket = connect(path, "Sec-WebSocket-Protocol: graphql-transport-ws")) {
			assertThat(head(socket)).startsWith("HTTP/1.1 " + status + " ");
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://evil.example", "null", "http://localhost.evil.example", "file://" })
	void isRejectedForAnotherOrigin(String origin) throws IOException {
		try (Socket socket = connect("/graphql",
				"Origin: " + origin + "\nSec-WebSocket-Protocol: graphql-transport-ws")) {
			assertThat(head(socket)).startsWith("HTTP/1.1 403");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-None: 1", "Sec-WebSocket-Protocol: graphql-ws", "Sec-WebSocket-Protocol: soap, mqtt" })
	void isRejectedWithoutTheProtocol(String header) throws IOException {
		try (Socket socket = connect("/graphql", header)) {
			assertThat(head(socket)).startsWith("HTTP/1.1 400");
		}
	}

	@Test
	void isNotFoundElsewhere() throws IOException {
		try (Socket socket = connect("/graphql/other", "Sec-WebSocket-Protocol: graphql-transport-ws")) {
			assertThat(head(socket)).startsWith("HTTP/1.1 404");
		}
	}

	/// Frames of a client must have a mask.
	@ParameterizedTest
	@ValueSource(strings = { "\u0081\u0002{}", "\u00f1\u0082\u0000\u0000\u0000\u0000{}",
			"\u0087\u0082\u0000\u0000\u0000\u0000{}", "\u0009\u0082\u0000\u0000\u0000\u0000{}" })
	void closesAfterAMalformedFrame(String frame) throws IOException {
		try (Socket socket = connect("/graphql", "Sec-WebSocket-Protocol: graphql-transport-ws")) {
			assertThat(head(socket)).startsWith("HTTP/1.1 101");
			socket.getOutputStream().write(frame.getBytes(StandardCharsets.ISO_8859_1));

			byte[] close = socket.getInputStream().readNBytes(4);
			assertThat(close[0]).isEqualTo((byte) 0x88);
			assertThat(((close[2] & 0xff) << 8) | (close[3] & 0xff)).as("protocol error").isEqualTo(1002);
			socket.getInputStream().readAllBytes();
		}
	}

	@Test
	void disconnectsAClientThatDoesNotRead() throws IOException {
		try (Socket socket = connect("/graphql", "Sec-WebSocket-Protocol: graphql-transport-ws")) {
			assertThat(head(socket)).startsWith("HTTP/1.1 101");
			socket.getOutputStream().write(masked(1, "{\"type\":\"connection_init\"}"));
			socket.getOutputStream()
				.write(masked(1,
						"{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":\"subscription { flood }\"}}"));
			this.ticks.awaitSubscribers(1);

			this.ticks.awaitSubscribers(0);
		}
	}

	@Test
	void endsTheSubscriptionsOfAClientThatDisconnectsWithoutACloseFrame() throws IOException {
		try (Socket socket = connect("/graphql", "Sec-WebSocket-Protocol: graphql-transport-ws")) {
			assertThat(head(socket)).startsWith("HTTP/1.1 101");
			socket.getOutputStream().write(masked(1, "{\"type\":\"connection_init\"}"));
			socket.getOutputStream()
				.write(masked(1,
						"{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":\"subscription { open { number } }\"}}"));
			this.ticks.awaitSubscribers(1);
		}
		this.ticks.awaitSubscribers(0);
	}

	/// With server-sent events.
	@Test
	void disconnectsAClientThatDoesNotReadItsResponse() throws IOException {
		String body = "{\"query\":\"subscription { flood }\"}";
		try (Socket socket = new Socket("localhost", this.api.uri("/").getPort())) {
			socket.getOutputStream()
				.write("""
						POST /graphql HTTP/1.1
						Host: localhost
						Content-Type: application/json
						Accept: text/event-stream
						Cookie: JWT=%s
						Content-Length: %d

						%s""".formatted(this.ada.token(), body.length(), body)
					.replace("\n", "\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			this.ticks.awaitSubscribers(1);

			this.ticks.awaitSubscribers(0);
		}
	}

}
