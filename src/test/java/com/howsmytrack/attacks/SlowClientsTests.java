package com.howsmytrack.attacks;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
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

/// Somebody opens connections and does not use them, or uses them for what is dear.
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
	void hangUp() throws IOException {
		for (Socket socket : this.connections) {
			socket.close();
		}
	}

	/// The server has not ended the last connection yet, so the others were served beside
	/// it.
	private void connectionsAreStillOpen() throws IOException {
		Socket last = this.connections.getLast();
		last.setSoTimeout(1);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> last.getInputStream().read());
	}

	private static void othersAreServed() {
		Caller other = Caller.somewhere();
		for (int request = 0; request < 10; request++) {
			assertThat(other.run("{ userDetails { username } }", Map.of()))
				.isEqualTo("{\"data\":{\"userDetails\":null}}");
		}
	}

	@Test
	void keepNobodyOutByAThousandIdleConnections() throws IOException {
		open(1_000, "");

		othersAreServed();
		connectionsAreStillOpen();
	}

	@Test
	void keepNobodyOutByHeadersThatNeverEnd() throws IOException {
		open(300, "POST /graphql HTTP/1.1\nHost: api.howsmytrack.com\nX-Slow: ");

		othersAreServed();
		connectionsAreStillOpen();
	}

	@Test
	void keepNobodyOutByBodiesThatNeverEnd() throws IOException {
		open(300, """
				POST /graphql HTTP/1.1
				Host: api.howsmytrack.com
				Content-Type: application/json
				Content-Length: 1000

				{"query": \"""");

		othersAreServed();
		connectionsAreStillOpen();
	}

	/// Right passwords cost the machine as much as wrong ones.
	@Test
	void keepNobodyOutBySigningInSixtyTimesAtOnce() {
		String email = "member%d@example.com".formatted(Production.number());
		Caller member = Caller.member(email);
		List<Callable<Boolean>> signIns = new ArrayList<>(
				Collections.nCopies(60, () -> member.signIn(email, Caller.PASSWORD) == null));
		signIns.add(() -> {
			othersAreServed();
			return true;
		});

		assertThat(Races.run(signIns)).containsOnly(true);
	}

	@Test
	void areHungUpOn() {
		assertThat(Caller.raw("""
				POST /graphql HTTP/1.1
				Host: api.howsmytrack.com
				Content-Type: application/json
				Content-Length: 1000

				{"query": \"""")).matches("(?s)(HTTP/1.1 40[08] .*)?");
	}

}
