package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.TestSocket;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A client opens streams as fast as it can. The network may open 100 streams at once, and 100 more within 100 minutes.
@StreamApplication
class StreamRateTests {

	private static final int LIMIT = 100;

	private static final String REJECTED = "HTTP/1.1 429";

	@Autowired
	private Api api;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private MeterRegistry registry;

	private Browser ada;

	@BeforeEach
	void member() {
		this.ada = this.api.member("ada");
	}

	/// A handshake that is rejected for another reason counts, too: here, the member has
	/// too many WebSockets until the server has noticed that the client closed them.
	@Test
	void limitsWebSocketsThatAreClosedAtOnceAndRunsNoStatement() {
		double before = rejected();
		assertThat(Statements.of(() -> {
			for (int number = 0; number < LIMIT; number++) {
				assertThat(handshake()).doesNotContain("TOO_MANY_ATTEMPTS");
			}
			assertThat(handshake()).startsWith(REJECTED).contains("TOO_MANY_ATTEMPTS", "Retry-After: 60");
			return rejected();
		})).isEmpty();
		assertThat(rejected()).isEqualTo(before + 1);
	}

	@Test
	void rejectsServerSentEventsBeforeTheBodyIsRead() {
		for (int number = 0; number < LIMIT; number++) {
			assertThat(largeRequest().statusCode()).isEqualTo(413);
		}

		HttpResponse<String> rejected = largeRequest();
		assertThat(rejected.statusCode()).isEqualTo(429);
		assertThat(rejected.headers().firstValue("Retry-After")).hasValue("60");
		assertThat(rejected.body()).contains("TOO_MANY_ATTEMPTS", "from your network");
	}

	@Test
	void opensStreamsAgainAfterTheTimeThatTheResponseStates() {
		for (int number = 0; number <= LIMIT; number++) {
			largeRequest();
		}
		this.clock.advance(Duration.ofSeconds(60));

		TestSocket.connect(this.api, this.ada).close();
		assertThat(handshake()).startsWith(REJECTED);
	}

	/// Otherwise somebody without an account could use up the limit of a network.
	@Test
	void doesNotCountVisitors() {
		for (int number = 0; number <= LIMIT; number++) {
			assertThat(this.api.visitor()
				.post("/graphql", "application/json", "{}", "Accept", "text/event-stream")
				.statusCode()).isEqualTo(401);
		}

		TestSocket.connect(this.api, this.ada).close();
	}

	/// Returns the response and closes the connection.
	private String handshake() {
		try (Socket socket = new Socket("localhost", this.api.uri("/").getPort())) {
			socket.getOutputStream().write("""
					GET /graphql HTTP/1.1
					Host: localhost
					Connection: Upgrade
					Upgrade: websocket
					Sec-WebSocket-Version: 13
					Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
					Sec-WebSocket-Protocol: graphql-transport-ws
					Cookie: JWT=%s

					""".formatted(this.ada.token()).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
			return response(socket.getInputStream());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/// The headers, and the body of an error.
	private static String response(InputStream in) throws IOException {
		StringBuilder read = new StringBuilder();
		boolean complete = false;
		while (!complete) {
			int next = in.read();
			assertThat(next).as("the response").isNotNegative();
			read.append((char) next);
			complete = read.indexOf("HTTP/1.1 101") == 0 ? read.indexOf("\r\n\r\n") > 0 : read.indexOf("}]}") > 0;
		}
		return read.toString();
	}

	private HttpResponse<String> largeRequest() {
		return this.ada.post("/graphql", "application/json", "x".repeat(10_000), "Accept", "text/event-stream");
	}

	private double rejected() {
		return this.registry.get("howsmytrack.streams.rejected").tag("reason", "network_rate").counter().count();
	}

}
