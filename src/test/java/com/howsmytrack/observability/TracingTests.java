package com.howsmytrack.observability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// Starts a receiver of traces, and an instance that sends its traces to it.
@WholeApplication
class TracingTests {

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	@Test
	void sendsASpanForEachOperation() throws IOException, InterruptedException {
		HttpServer receiver = receiver();
		try {
			String requestId = whileItRuns(receiver.getAddress().getPort());

			assertThat(this.calls).isNotEmpty().containsOnly("POST /v1/traces of a friend");
			assertThat(String.join("", this.received))
				.contains("howsmytrack", "userDetails", "tokenAuth", "none", "howsmytrack.outcome", "rejected",
						requestId)
				.doesNotContain("byAda", "ada@", "rain rain", "username");
		}
		finally {
			receiver.stop(0);
		}
	}

	/// An instance sends the remaining spans when it ends.
	private static String whileItRuns(int receiver) throws IOException, InterruptedException {
		try (ConfigurableApplicationContext application = start(receiver)) {
			ask(application,
					"mutation { tokenAuth(username: \\\"ada@example.com\\\", password: \\\"rain rain\\\") { payload } }");
			ask(application, "{ nothing }");
			return ask(application, "query byAda { userDetails { username } }").headers()
				.firstValue("X-Request-Id")
				.orElseThrow();
		}
	}

	private HttpServer receiver() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			exchange.getRequestBody().transferTo(body);
			this.received.add(body.toString(StandardCharsets.ISO_8859_1));
			this.calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " of a "
					+ exchange.getRequestHeaders().getFirst("x-who"));
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		return server;
	}

	private static ConfigurableApplicationContext start(int receiver) {
		return SpringApplication.run(HowsMyTrackApplication.class, "--server.port=0",
				"--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
				"--howsmytrack.background-work=false", "--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:%d/".formatted(receiver),
				"--OTEL_EXPORTER_OTLP_HEADERS=x-who=friend");
	}

	private static HttpResponse<String> ask(ConfigurableApplicationContext application, String document)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:%s/graphql"
				.formatted(application.getEnvironment().getRequiredProperty("local.server.port"))))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + document + "\"}"))
			.build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

}
