package com.howsmytrack.startup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class ProductionStartTests {

	private static final String KEY = "0123456789abcdef0123456789abcdef";

	private static final String OWN_ORIGIN = "https://api.howsmytrack.com";

	@Autowired
	private Database database;

	@ParameterizedTest
	@ValueSource(strings = { "--other=x", "--DATABASE_URL=", "--DATABASE_URL=  " })
	void needsADatabase(String databaseUrl, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(databaseUrl, "--SECRET_KEY=" + KEY));

		assertThat(lines(output)).singleElement()
			.asString()
			.contains("ERROR", "Cannot start: DATABASE_URL is not set.", "postgres://user:password@host:port/database");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--other=x", "--SECRET_KEY=", "--SECRET_KEY=0123456789abcdef0123456789abcde",
			"--SECRET_KEY=éééééééééééééée" })
	void needsASecretKeyOf32Bytes(String secretKey, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--DATABASE_URL=" + TestPostgres.databaseUrl(), secretKey));

		assertThat(lines(output)).singleElement()
			.asString()
			.contains("ERROR", "Cannot start: SECRET_KEY is missing or too short.", "32")
			.doesNotContain("0123456789", "ééé");
	}

	@Test
	void rejectsAPreviousKeyThatIsTooShort(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--SECRET_KEY=" + KEY, "--PREVIOUS_SECRET_KEY=short"));

		assertThat(lines(output)).singleElement().asString().contains("Cannot start: PREVIOUS_SECRET_KEY is too short");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--API_URL=", "--API_URL=  " })
	void needsAPublicAddress(String apiUrl, CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--DATABASE_URL=" + TestPostgres.databaseUrl(), "--SECRET_KEY=" + KEY, apiUrl));

		assertThat(lines(output)).singleElement().asString().contains("ERROR", "Cannot start: API_URL is not set.");
	}

	@Test
	void doesNotLogThePasswordOfAMalformedDatabaseUrl(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--DATABASE_URL=postgres://user:geheim@", "--SECRET_KEY=" + KEY));

		assertThat(lines(output)).filteredOn((line) -> line.contains("ERROR"))
			.singleElement()
			.asString()
			.contains("Cannot start: DATABASE_URL is not a PostgreSQL URL.");
		assertThat(output).doesNotContain("geheim", "\tat ");
	}

	@Test
	void rejectsATimeOfAJobThatDoesNotExist(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--SECRET_KEY=" + KEY, "--howsmytrack.jobs.schedule.make-coffee=0 0 4 * * *"));

		assertThat(lines(output)).filteredOn((line) -> line.contains("ERROR"))
			.singleElement()
			.asString()
			.contains("Cannot start: howsmytrack.jobs.schedule.make-coffee names no job.");
		assertThat(output).doesNotContain("\tat ");
	}

	@Test
	void servesNoGraphiQlAndNoDemoDataAndSendsSecureCookies() throws IOException, InterruptedException {
		try (ConfigurableApplicationContext application = start("--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--SECRET_KEY=" + KEY, "--WEBSITE_URL=https://www.howsmytrack.com")) {
			String base = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");

			assertThat(application.getEnvironment().getActiveProfiles()).contains("prod");
			assertThat(this.database.count("account")).isZero();
			assertThat(get(base + "/graphiql").statusCode()).isEqualTo(404);
			assertThat(get(base + "/graphiql/index.html").statusCode()).isEqualTo(404);
			assertThat(get(base + "/graphiql/tour.js").statusCode()).isEqualTo(404);
			assertThat(get(base + "/webjars/graphiql/graphiql.min.js").statusCode()).isEqualTo(404);
			assertThat(get(base + "/logout/").headers().firstValue("Set-Cookie").orElseThrow().split("; "))
				.contains("JWT=", "Secure", "HttpOnly", "Path=/", "SameSite=Strict", "Max-Age=0");
			assertThat(post(base + "/graphql", "{\"query\": \"{ __schema { types { name } } }\"}")).contains("errors")
				.doesNotContain("FeedbackGroup");
			assertThat(post(base + "/graphql", "{\"query\": \"{ userDetail { username } }\"}")).contains("errors")
				.doesNotContain("userDetails");
			assertThat(originAllowed(base, "https://www.howsmytrack.com")).isTrue();
			assertThat(originAllowed(base, "https://howsmytrack.com")).isTrue();
			assertThat(originAllowed(base, OWN_ORIGIN)).isTrue();
			assertThat(originAllowed(base, "http://www.howsmytrack.com")).isFalse();
			assertThat(originAllowed(base, "https://api.howsmytrack.com.evil.example")).isFalse();
			assertThat(originAllowed(base, "http://localhost:3000")).isFalse();
			assertThat(get(base + "/", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example",
					"X-Forwarded-Prefix", "/evil")
				.headers()
				.firstValue("Location")).contains("https://www.howsmytrack.com/");
		}
	}

	@Test
	void isTheWebsiteIfNoOtherIsConfigured() throws IOException, InterruptedException {
		try (ConfigurableApplicationContext application = start("--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--SECRET_KEY=" + KEY)) {
			String base = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");

			HttpResponse<String> page = get(base + "/");
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
				.asString()
				.contains("script-src 'self'");
			String script = page.body().replaceAll("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
			assertThat(get(base + script, "Accept-Encoding", "br").headers().map())
				.containsEntry("content-encoding", List.of("br"))
				.containsEntry("cache-control", List.of("max-age=31536000, public, immutable"));
			assertThat(get(base + "/index.html").statusCode()).isEqualTo(404);
			assertThat(originAllowed(base, OWN_ORIGIN)).isTrue();
			assertThat(originAllowed(base, "https://www.howsmytrack.com")).isFalse();
			assertThat(get(base + "/graphql", "Origin", OWN_ORIGIN).statusCode()).isEqualTo(405);
			assertThat(get(base + "/graphql", "Origin", "https://www.howsmytrack.com").statusCode()).isEqualTo(403);
			assertThat(post(base + "/graphql", "{\"query\": \"{ userDetails { username } }\"}", "Origin", OWN_ORIGIN))
				.isEqualTo("{\"data\":{\"userDetails\":null}}");
			assertThat(handshake(base, OWN_ORIGIN)).as("signed out, but of an allowed origin").isEqualTo(401);
			assertThat(handshake(base, "https://www.howsmytrack.com")).isEqualTo(403);
		}
	}

	@Test
	void executesOnlyRegisteredDocumentsIfConfigured() throws IOException, InterruptedException {
		try (ConfigurableApplicationContext application = start("--DATABASE_URL=" + TestPostgres.databaseUrl(),
				"--SECRET_KEY=" + KEY, "--REGISTERED_DOCUMENTS_ONLY=true")) {
			String base = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");

			assertThat(post(base + "/graphql", "{\"query\": \"{ userDetails { username } }\"}"))
				.contains("DOCUMENT_NOT_REGISTERED");
		}
	}

	private static String post(String address, String body, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
		}
	}

	/// The status of the rejected handshake of a WebSocket.
	private static int handshake(String base, String origin) throws InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			http.newWebSocketBuilder()
				.header("Origin", origin)
				.subprotocols("graphql-transport-ws")
				.buildAsync(URI.create(base.replace("http", "ws") + "/graphql"), new WebSocket.Listener() {
				})
				.get();
			return 101;
		}
		catch (ExecutionException rejected) {
			return ((WebSocketHandshakeException) rejected.getCause()).getResponse().statusCode();
		}
	}

	private static boolean originAllowed(String base, String origin) throws IOException, InterruptedException {
		return get(base + "/logout/", "Origin", origin).headers()
			.firstValue("Access-Control-Allow-Origin")
			.filter(origin::equals)
			.isPresent();
	}

	private static HttpResponse<String> get(String address, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private static ConfigurableApplicationContext start(String... settings) {
		List<String> args = new ArrayList<>(List.of(settings));
		if (args.stream().noneMatch((setting) -> setting.startsWith("--API_URL="))) {
			args.add("--API_URL=" + OWN_ORIGIN);
		}
		args.addAll(List.of("--ENVIRONMENT=PROD", "--server.port=0", "--howsmytrack.jobs.scheduled=false",
				"--howsmytrack.web.drain-time=0s"));
		return SpringApplication.run(HowsMyTrackApplication.class, args.toArray(String[]::new));
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> !line.isBlank()).toList();
	}

}
