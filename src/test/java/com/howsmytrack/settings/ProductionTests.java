package com.howsmytrack.settings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class ProductionTests {

	private static final String DATABASE = "--DATABASE_URL=" + TestPostgres.databaseUrl();

	private static final String SECRET = "--SECRET_KEY=0123456789abcdef0123456789abcdef";

	@Test
	void doesNotStartWithoutADatabase(CapturedOutput output) {
		assertThatThrownBy(() -> start(SECRET)).isInstanceOf(InvalidSettingException.class);

		assertThat(linesAbout(output)).singleElement()
			.asString()
			.contains("Cannot start: DATABASE_URL is not set. Production needs a PostgreSQL database");
		assertThat(output).doesNotContain("\tat ");
	}

	@Test
	void doesNotStartWithAWeakSecretAndDoesNotRepeatIt(CapturedOutput output) {
		assertThatThrownBy(() -> start(DATABASE, "--SECRET_KEY=0123456789abcdef0123456789abcde"))
			.isInstanceOf(InvalidSettingException.class);
		assertThatThrownBy(() -> start(DATABASE)).isInstanceOf(InvalidSettingException.class);

		assertThat(linesAbout(output)).hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains("SECRET_KEY is missing or too short"));
		assertThat(output).doesNotContain("0123456789abcde").doesNotContain("\tat ");
	}

	@Test
	void startsWithBothAndServesNoDevelopersTools() throws IOException, InterruptedException {
		try (ConfigurableApplicationContext context = start(DATABASE, SECRET);
				HttpClient http = HttpClient.newHttpClient()) {
			context.getBean(JdbcTemplate.class).execute("TRUNCATE account CASCADE");
			URI base = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));

			for (String path : List.of("/graphiql", "/graphiql/", "/graphiql/tour.js",
					"/webjars/graphiql/graphiql.min.js")) {
				assertThat(get(http, base.resolve(path)).statusCode()).as(path).isEqualTo(404);
			}
			assertThat(get(http, base.resolve("/logout/")).headers().firstValue("Set-Cookie"))
				.hasValueSatisfying((cookie) -> assertThat(cookie).contains("; Secure; HttpOnly; SameSite=Strict"));
			assertThat(get(http, base.resolve("/logout/"), "Origin", "https://www.howsmytrack.com").headers()
				.firstValue("Access-Control-Allow-Origin")).hasValue("https://www.howsmytrack.com");
			assertThat(get(http, base.resolve("/logout/"), "Origin", "http://localhost:3000").headers()
				.firstValue("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	private static HttpResponse<String> get(HttpClient http, URI uri, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static List<String> linesAbout(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains("Cannot start")).toList();
	}

	private static ConfigurableApplicationContext start(String... settings) {
		List<String> all = new ArrayList<>(
				List.of("--ENVIRONMENT=PROD", "--server.port=0", "--howsmytrack.jobs.scheduled=true"));
		all.addAll(List.of(settings));
		return SpringApplication.run(HowsMyTrackApplication.class, all.toArray(String[]::new));
	}

}
