package com.howsmytrack.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class CrossOriginTests {

	private static final String CLIENT = "http://localhost:3000";

	private static final String QUERY = "{\"query\":\"{ userDetails { username } }\"}";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "http://localhost:3000", "http://localhost:5173",
			"https://localhost:3000", "http://127.0.0.1:8000" })
	void allowOriginsOfADevelopmentMachine(String origin) {
		allows(origin, post("/graphql/", origin, QUERY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://localhost.evil.example",
			"http://localhost:3000.evil.example", "http://evil.example#http://localhost:3000",
			"http://evillocalhost:3000", "https://www.howsmytrack.com.evil.example", "file://", "null", "*" })
	void areNotSentToOtherOrigins(String origin) {
		tellsNothing(post("/graphql/", origin, QUERY));
		tellsNothing(preflight("/graphql/", origin, "POST"));
		tellsNothing(get("/logout/", origin));
	}

	@ParameterizedTest
	@CsvSource({ "/graphql, POST", "/graphql/, POST", "/logout, GET", "/logout/, GET" })
	void areSentToPreflightsWithoutARedirect(String path, String method) {
		HttpResponse<String> response = preflight(path, CLIENT, method);

		assertThat(response.statusCode()).isEqualTo(200);
		allows(CLIENT, response);
		assertThat(list(response, "Access-Control-Allow-Methods")).contains(method);
		assertThat(list(response, "Access-Control-Allow-Headers")).usingElementComparator(String.CASE_INSENSITIVE_ORDER)
			.containsExactlyInAnyOrder("Accept", "Content-Type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/graphql/" })
	void areTheSameWithASlashAndWithout(String path) {
		allows(CLIENT, post(path, CLIENT, QUERY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/logout", "/logout/" })
	void areSentForLogout(String path) {
		HttpResponse<String> response = get(path, CLIENT);

		assertThat(response.statusCode()).isEqualTo(200);
		allows(CLIENT, response);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "", "[]", "{}", "{\"query\":\"{\"}", "{\"query\":\"{ nothing }\"}" })
	void areSentForInvalidRequests(String body) {
		allows(CLIENT, post("/graphql/", CLIENT, body));
	}

	@Test
	void areSentForOtherMediaTypes() {
		HttpResponse<String> response = this.api.visitor().post("/graphql/", "text/plain", QUERY, "Origin", CLIENT);

		assertThat(response.statusCode()).isEqualTo(415);
		allows(CLIENT, response);
	}

	@Test
	void areSentForOtherMethods() {
		HttpResponse<String> response = get("/graphql/", CLIENT);

		assertThat(response.statusCode()).isEqualTo(405);
		allows(CLIENT, response);
	}

	@Test
	void areSentForInternalErrors() {
		this.database.update("ALTER TABLE account RENAME TO account_hidden");
		try {
			allows(CLIENT, post("/graphql/", CLIENT, "{\"query\":\"mutation { tokenAuth(username: \\\"a@b.example\\\", "
					+ "password: \\\"c\\\") { payload } }\"}"));
		}
		finally {
			this.database.update("ALTER TABLE account_hidden RENAME TO account");
		}
	}

	@Test
	void areNotSentWithoutAnOrigin() {
		HttpResponse<String> response = this.api.visitor().post("/graphql/", "application/json", QUERY);

		assertThat(response.statusCode()).isEqualTo(200);
		tellsNothing(response);
	}

	@Test
	void tellCachesToDistinguishOrigins() {
		assertThat(post("/graphql/", CLIENT, QUERY).headers().allValues("Vary")).contains("Origin");
		assertThat(post("/graphql/", "https://evil.example", QUERY).headers().allValues("Vary")).contains("Origin");
	}

	private HttpResponse<String> post(String path, String origin, String body) {
		return this.api.visitor().post(path, "application/json", body, "Origin", origin);
	}

	private HttpResponse<String> get(String path, String origin) {
		return this.api.visitor().get(path, "Origin", origin);
	}

	private HttpResponse<String> preflight(String path, String origin, String method) {
		return this.api.visitor()
			.send(HttpRequest.newBuilder(this.api.uri(path)).method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
					"Origin", origin, "Access-Control-Request-Method", method, "Access-Control-Request-Headers",
					"accept,content-type");
	}

	private static void allows(String origin, HttpResponse<String> response) {
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).as(response.toString())
			.containsExactly(origin);
		assertThat(response.headers().allValues("Access-Control-Allow-Credentials")).containsExactly("true");
	}

	private static void tellsNothing(HttpResponse<String> response) {
		assertThat(response.headers().map().keySet()).as(response.toString())
			.noneMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
	}

	private static List<String> list(HttpResponse<String> response, String header) {
		return List.of(response.headers().firstValue(header).orElse("").split(", ?"));
	}

}
