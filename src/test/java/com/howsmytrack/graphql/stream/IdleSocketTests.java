package com.howsmytrack.graphql.stream;

import java.time.Duration;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestSocket;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The server closes WebSockets that have had no subscription for a minute. Their clients answer heartbeats.
@StreamApplication
class IdleSocketTests {

	private static final Duration LONG = Duration.ofSeconds(61);

	@Autowired
	private Api api;

	@Autowired
	private Ticks ticks;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private MeterRegistry registry;

	private Browser ada;

	@BeforeEach
	void member() {
		this.ada = this.api.member("ada");
	}

	@Test
	void closesAWebSocketThatNeverSubscribes() {
		double before = ended();
		try (TestSocket socket = TestSocket.connect(this.api, this.ada)) {
			this.clock.advance(LONG);

			assertThat(socket.closeCode()).isEqualTo(1000);
			assertThat(ended()).isEqualTo(before + 1);
		}
	}

	@Test
	void closesAWebSocketSomeTimeAfterItsLastSubscription() {
		try (TestSocket socket = TestSocket.connect(this.api, this.ada)) {
			socket.subscribe("a", "subscription { ticks { number } }");
			this.ticks.awaitSubscribers(1);
			this.clock.advance(LONG);
			awaitTheEndOfOthers();
			this.ticks.send(1);
			assertThat(socket.next()).contains("\"number\":1");

			socket.send("{\"id\":\"a\",\"type\":\"complete\"}");
			this.ticks.awaitSubscribers(0);
			this.clock.advance(LONG.dividedBy(2));
			socket.subscribe("b", "subscription { unknown }");
			assertThat(socket.next()).contains("VALIDATION_ERROR");
			this.clock.advance(LONG);
			assertThat(socket.closeCode()).isEqualTo(1000);
		}
	}

	/// Another WebSocket is closed by the same check.
	private void awaitTheEndOfOthers() {
		try (TestSocket other = TestSocket.connect(this.api, this.ada)) {
			this.clock.advance(LONG);
			assertThat(other.closeCode()).isEqualTo(1000);
		}
	}

	private double ended() {
		return this.registry.get("howsmytrack.streams.ended").tag("reason", "idle").counter().count();
	}

}
