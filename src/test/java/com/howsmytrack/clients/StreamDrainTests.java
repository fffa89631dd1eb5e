package com.howsmytrack.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TcpProxy;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static com.howsmytrack.clients.ClientScenario.openForms;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Members use graphql-ws without options, and with the option that the README recommends. A router forwards each connection
/// to an instance that is ready.
@NeedsNode
@WholeApplication
class StreamDrainTests {

	private static final Duration DRAIN_TIME = Duration.ofSeconds(2);

	/// Platforms kill a process this time after SIGTERM.
	private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(30);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Environment environment;

	@Autowired
	private MeterRegistry registry;

	private Browser ada;

	@BeforeEach
	void group() {
		this.ada = this.scenario.group("ada", "ben", "cleo", "dan").getFirst();
	}

	/// The shutdown hook of the process also closes the application.
	@Test
	void anotherInstanceTakesOverTheStreamsOfAnInstanceThatShutsDown() throws IOException {
		ConfigurableApplicationContext instance = start();
		try (TcpProxy router = new TcpProxy(() -> isReady(instance.getEnvironment())
				? serverPort(instance.getEnvironment()) : serverPort(this.environment));
				NodeScript plain = start(router, "drained", "none");
				NodeScript recommended = start(router, "drained", "recommended")) {
			List<NodeScript> clients = List.of(plain, recommended);
			clients.forEach((client) -> client.awaitStep("subscribed"));
			assertThat(openStreams(instance.getBean(MeterRegistry.class))).isEqualTo(2);

			long signal = System.nanoTime();
			CompletableFuture<Void> shutdown = CompletableFuture.runAsync(instance::close);
			clients.forEach(NodeScript::proceed);
			clients.forEach((client) -> client.awaitStep("closed"));
			assertThat(Duration.ofNanos(System.nanoTime() - signal)).as("routers notice that the instance is not ready")
				.isBetween(DRAIN_TIME, LONGEST_SHUTDOWN);
			clients.forEach(NodeScript::proceed);
			clients.forEach((client) -> client.awaitStep("subscribed again"));
			await().atMost(1, MINUTES).until(() -> openStreams(this.registry) == 2);
			submitOne();
			clients.forEach(NodeScript::proceed);

			assertThat(clients).map((client) -> client.<Object>result())
				.isEqualTo(Stream.generate(() -> Map.of("closeCode", 1012, "attempts", 2, "received",
						List.of(openForms(3), openForms(3), openForms(2))))
					.limit(2)
					.toList());
			shutdown.join();
		}
		finally {
			instance.close();
		}
	}

	@Test
	void aClientWithoutOptionsGivesUpIfNoInstanceIsReady() throws IOException {
		try (TcpProxy router = new TcpProxy(serverPort(this.environment));
				NodeScript plain = start(router, "interrupted", "none");
				NodeScript recommended = start(router, "interrupted", "recommended")) {
			plain.awaitStep("subscribed");
			recommended.awaitStep("subscribed");
			plain.proceed();
			recommended.proceed();
			router.stop();

			assertThat(plain.<Object>result())
				.isEqualTo(Map.of("problem", "connect ECONNREFUSED 127.0.0.1:" + router.port()));
			router.restart();
			assertThat(recommended.<Object>result()).isEqualTo(Map.of("received", openForms(3)));
		}
	}

	private static NodeScript start(TcpProxy router, String scenario, String options) {
		URI api = URI.create("http://127.0.0.1:%d/graphql".formatted(router.port()));
		return new ClientScenario("graphql-ws", api, "ada").start(scenario, Map.of("options", options));
	}

	/// With the jobs and notifications of the other instance, which are off.
	private static ConfigurableApplicationContext start() {
		return SpringApplication.run(HowsMyTrackApplication.class, "--server.port=0",
				"--howsmytrack.jobs.scheduled=false", "--howsmytrack.background-work=false",
				"--howsmytrack.demo.enabled=false", "--howsmytrack.web.drain-time=" + DRAIN_TIME,
				"--DATABASE_URL=" + TestPostgres.databaseUrl());
	}

	private static int serverPort(Environment environment) {
		return environment.getRequiredProperty("local.server.port", Integer.class);
	}

	/// As routers check it. An instance whose management port is closed is not ready.
	private static boolean isReady(Environment environment) {
		URI check = URI.create("http://127.0.0.1:%s/actuator/health/readiness"
			.formatted(environment.getRequiredProperty("local.management.port")));
		try {
			return HTTP.send(HttpRequest.newBuilder(check).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException closed) {
			return false;
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	private static double openStreams(MeterRegistry registry) {
		return registry.get("howsmytrack.streams.open").tag("protocol", "web_socket").gauge().value();
	}

	private void submitOne() {
		FeedbackScenario.submit(this.ada, FeedbackScenario.openForms(this.ada).getFirst(), "The kick hides the bass.")
			.succeeded("submitFeedbackResponse");
	}

}
