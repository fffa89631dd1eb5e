package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.howsmytrack.account.session.RevokedSessions;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestEventStream;
import com.howsmytrack.testing.TestSocket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The server ends streams whose session has ended, whose client has disappeared, and at its shutdown.
@StreamApplication
class StreamEndTests {

	private static final String SUBSCRIPTION = "subscription { ticks { number } }";

	@Autowired
	private Api api;

	@Autowired
	private Ticks ticks;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private RevokedSessions revokedSessions;

	@Autowired
	private OpenStreams streams;

	@Autowired
	private StreamSettings settings;

	@Autowired
	private MeterRegistry registry;

	private Browser ada;

	private TestSocket socket;

	private TestEventStream events;

	@BeforeEach
	void open() {
		this.ada = this.api.member("ada");
		this.socket = TestSocket.connect(this.api, this.ada);
		this.socket.subscribe("a", SUBSCRIPTION);
		this.events = TestEventStream.open(this.api, this.ada, SUBSCRIPTION);
		this.ticks.awaitSubscribers(2);
	}

	@AfterEach
	void close() throws IOException {
		this.socket.close();
		this.events.close();
		this.ticks.awaitSubscribers(0);
		await().atMost(1, MINUTES).until(() -> openStreams() == 0);
	}

	private double openStreams() {
		return this.registry.get("howsmytrack.streams.open")
			.gauges()
			.stream()
			.mapToDouble((gauge) -> gauge.value())
			.sum();
	}

	private void bothEndWith(int closeCode) {
		assertThat(this.socket.closeCode()).isEqualTo(closeCode);
		assertThat(this.events.next()).as("the end of the response, without complete").isNull();
		this.ticks.awaitSubscribers(0);
	}

	@Test
	void afterTheMemberHasSignedOut() {
		this.ada.get("/logout");

		bothEndWith(4401);
	}

	@Test
	void afterTheMemberHasSignedOutEverywhere() {
		this.api.visitor()
			.signIn("ada@example.com")
			.run("mutation { signOutEverywhere { success error } }")
			.succeeded("signOutEverywhere");

		bothEndWith(4401);
	}

	@Test
	void afterANewPassword() {
		this.ada.run("""
				mutation($old: String!, $new: String!) {
					changePassword(currentPassword: $old, password: $new, passwordRepeat: $new) { success error }
				}""", Map.of("old", Api.PASSWORD, "new", "a bridge in seven eight")).succeeded("changePassword");

		bothEndWith(4401);
	}

	@Test
	void afterTheAccountWasDisabled() {
		AdminApi admin = AdminApi.open(this.api, this.database);
		admin.mutate("disableAccount", "email: \"ada@example.com\"").succeeded("disableAccount");

		bothEndWith(4401);
	}

	@Test
	void afterTheAccountWasDeleted() {
		this.ada
			.run("mutation($password: String!) { deleteAccount(password: $password) { success error } }",
					Map.of("password", Api.PASSWORD))
			.succeeded("deleteAccount");

		bothEndWith(4401);
	}

	/// As another instance writes it.
	@Test
	void afterTheSessionWasRevokedOnAnotherInstance() {
		this.database.update("""
				INSERT INTO revoked_session (account_id, session_id, first_valid_generation, revoked_at, expires_at)
				VALUES (1, '', 1, now(), now() + interval '4 days')""");
		this.revokedSessions.refresh();

		bothEndWith(4401);
	}

	/// The client connects again, because its cookie may have a later token.
	@Test
	void afterTheTokenHasExpired() {
		this.clock.advance(Duration.ofHours(73));

		bothEndWith(4403);
	}

	@Test
	void notAfterTheMemberHasSignedOutElsewhere() {
		Browser phone = this.api.visitor().signIn("ada@example.com");
		try (TestSocket other = TestSocket.connect(this.api, phone)) {
			other.subscribe("a", SUBSCRIPTION);
			this.ticks.awaitSubscribers(3);
			this.ada.get("/logout");
			bothEndWithOthersOpen();

			this.ticks.send(1);
			assertThat(other.next()).contains("\"number\":1");
		}
	}

	private void bothEndWithOthersOpen() {
		assertThat(this.socket.closeCode()).isEqualTo(4401);
		assertThat(this.events.next()).isNull();
	}

	/// The client connects again after this code. While the application stops, new
	/// streams are rejected.
	@Test
	void whenTheApplicationStops() {
		this.streams.stop();
		try {
			bothEndWith(1012);
			assertThat(this.ada
				.post("/graphql", "application/json", "{\"query\":\"subscription { open { number } }\"}", "Accept",
						"text/event-stream")
				.statusCode()).isEqualTo(503);
		}
		finally {
			this.streams.start();
		}
	}

	/// Routers must know that the instance is not ready before its clients connect again.
	@Test
	void afterTheDrainTimeAndBeforeTheWebServer(@Autowired ApplicationContext application) {
		assertThat(this.streams.getPhase())
			.isLessThan(application.getBean("gracefulDrain", SmartLifecycle.class).getPhase())
			.isGreaterThan(application.getBean("webServerGracefulShutdown", SmartLifecycle.class).getPhase());
	}

	@Test
	void ifTheClientDoesNotAnswerHeartbeats() {
		double before = ended("connection_lost");
		this.socket.ignoreHeartbeats();

		assertThat(this.socket.closeCode()).isEqualTo(1001);
		assertThat(ended("connection_lost")).isEqualTo(before + 1);
	}

	@Test
	void afterAMalformedMessage() {
		double before = ended("malformed_message");
		this.socket.send("nonsense");

		assertThat(this.socket.closeCode()).isEqualTo(4400);
		assertThat(ended("malformed_message")).isEqualTo(before + 1);
	}

	private double ended(String reason) {
		return this.registry.get("howsmytrack.streams.ended").tag("reason", reason).counter().count();
	}

	/// Also if the thread runs before `start` returns.
	@Test
	void byAThreadThatRunsUntilTheApplicationStops() throws InterruptedException {
		AtomicReference<Thread> checks = new AtomicReference<>();
		OpenStreams others = new OpenStreams(this.settings, new StreamMetrics(new SimpleMeterRegistry()), (task) -> {
			Thread thread = new ThreadThatRunsFirst(task);
			checks.set(thread);
			return thread;
		});
		others.start();

		assertThat(checks.get().isAlive()).isTrue();
		others.stop();
		assertThat(checks.get().join(Duration.ofMinutes(1))).isTrue();
	}

	private static final class ThreadThatRunsFirst extends Thread {

		ThreadThatRunsFirst(Runnable task) {
			super(task);
		}

		/// Returns when the task sleeps or has ended.
		@Override
		public synchronized void start() {
			super.start();
			await().atMost(1, MINUTES).until(() -> getState() == State.TIMED_WAITING || getState() == State.TERMINATED);
		}

	}

	@Test
	void notIfTheClientAnswersHeartbeats() {
		for (int heartbeat = 0; heartbeat < 4; heartbeat++) {
			assertThat(this.socket.heartbeat()).isEqualTo("{\"type\":\"ping\"}");
		}
		this.ticks.send(1);
		assertThat(this.socket.next()).contains("\"number\":1");
		assertThat(this.socket.isOpen()).isTrue();
	}

}
