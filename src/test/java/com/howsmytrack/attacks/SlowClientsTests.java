package com.howsmytrack.attacks;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.Races;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Clients open connections without using them, or use them for expensive operations.
class SlowClientsTests {

	private final List<Socket> connections = new ArrayList<>();

	private void open(int count, String beginning) throws IOException {
		for (int number = 0; number < count; number++) {
			Socket socket = new Socket("localhost", Production.port());
			socket.getOutputStream().write(beginning.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			this.connections.add(socket);
		}
	}

	@AfterEach
	void closeConnections() throws IOException {
		for (Socket socket : this.connections) {
			socket.close();
		}
	}

	/// The last connection is still open, so the server handled the other requests beside
	/// it.
	private void connectionsAreStillOpen() throws IOException {
		Socket last = this.connections.getLast();
		last.setSoTimeout(1);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> last.getInputStream().read());
	}

	private static void assertOthersAreServed() {
		Caller other = Caller.atNewAddress();
		for (int request = 0; request < 10; request++) {
			assertThat(other.run("{ userDetails { username } }", Map.of()))
				.isEqualTo("{\"data\":{\"userDetails\":null}}");
		}
	}

	@Test
	void doNotBlockOthersByAThousandIdleConnections() throws IOException {
		open(1_000, "");

		assertOthersAreServed();
		connectionsAreStillOpen();
	}

	@Test
	void doNotBlockOthersByEndlessHeaders() throws IOException {
		open(300, "POST /graphql HTTP/1.1\nHost: api.howsmytrack.com\nX-Slow: ");

		assertOthersAreServed();
		connectionsAreStillOpen();
	}

	@Test
	void doNotBlockOthersByEndlessBodies() throws IOException {
		open(300, """
				POST /graphql HTTP/1.1
				Host: api.howsmytrack.com
				Content-Type: application/json
				Content-Length: 1000

				{"query": \"""");

		assertOthersAreServed();
		connectionsAreStillOpen();
	}

	/// Correct passwords cost as much as wrong ones.
	@Test
	void doNotBlockOthersBySixtyConcurrentSignIns() {
		String email = "member%d@example.com".formatted(Production.number());
		Caller member = Caller.member(email);
		List<Callable<Boolean>> signIns = new ArrayList<>(
				Collections.nCopies(60, () -> member.signIn(email, Caller.PASSWORD) == null));
		signIns.add(() -> {
			assertOthersAreServed();
			return true;
		});

		assertThat(Races.run(signIns)).containsOnly(true);
	}

	@Test
	void areDisconnected() {
		assertThat(Production.connectionTimeout()).isLessThanOrEqualTo(Duration.ofSeconds(10));

		String answer = Production.withConnectionTimeout(Duration.ofSeconds(1), () -> Caller.raw("""
				POST /graphql HTTP/1.1
				Host: api.howsmytrack.com
				Content-Type: application/json
				Content-Length: 1000

				{"query": \""""));

		assertThat(answer).matches("(?s)(HTTP/1.1 40[08] .*)?");
	}

}
