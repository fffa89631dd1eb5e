package com.howsmytrack.attacks;

import java.net.http.HttpResponse;
import java.util.Map;

import graphql.introspection.Introspection;
import graphql.introspection.IntrospectionQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A scanner searches for open endpoints and for the software in use.
class ProbingTests {

	private static final String REQUEST = "%s %s HTTP/1.1\nHost: api.howsmytrack.com\nX-Forwarded-Proto: https\nConnection: close\n\n";

	@ParameterizedTest
	@ValueSource(strings = { "/graphiql", "/graphiql/", "/graphiql/tour.js", "/webjars/graphiql/graphiql.min.js",
			"/swagger-ui.html", "/swagger-ui/index.html", "/v3/api-docs", "/actuator", "/actuator/env",
			"/actuator/health", "/actuator/heapdump", "/error", "/login", "/admin/console", "/routes.json",
			"/manifest.json", "/documents.json", "/client/index.html", "/assets/", "/assets/x.js", "/.env",
			"/.git/config", "/robots.txt", "/favicon.ico", "/index.html", "/h2-console", "/altair", "/playground",
			"/voyager", "/graphql/schema", "/application.yaml", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF",
			"/accounts", "/accounts/nothing" })
	void findsNothing(String path) {
		HttpResponse<String> answer = Caller.atNewAddress().send("GET", path, "");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).hasSizeLessThan(1_500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/", "/graphql;x=y",
			"/accounts/..;/graphql", "//graphql", "/graphql%00", "/graphql%0d%0aSet-Cookie:x=y",
			"/accounts/reset/%2e%2e/", "/a\\b", "/%ff", "/accounts/page.css/../../x", "/[" })
	void cannotBypassFiltersByUnusualPaths(String path) {
		assertThat(Caller.raw(REQUEST.formatted("GET", path))).matches("(?s)HTTP/1.1 (400|404|405) .*")
			.doesNotContain("Set-Cookie");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND", "FOO" })
	void isRejectedForUnusualMethods(String method) {
		for (String path : new String[] { "/", "/graphql", "/logout" }) {
			assertThat(Caller.raw(REQUEST.formatted(method, path))).matches("(?s)HTTP/1.1 (400|403|404|405|501) .*");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /", "GET /sign-in", "GET /graphql", "GET /logout/", "GET /nowhere",
			"GET /accounts/password_reset", "GET /accounts/nothing", "GET /accounts/page.css", "TRACE /", "FOO /",
			"GET /a;b", "GET /..%2f", "PUT /graphql", "POST /graphql", "GET /error" })
	void getsSecurityHeadersInEveryResponse(String request) {
		String[] words = request.split(" ");

		assertThat(Caller.raw(REQUEST.formatted(words[0], words[1])).split("\r\n\r\n")[0].lines())
			.contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin",
					"Cache-Control: no-store", "Strict-Transport-Security: max-age=31536000; includeSubDomains")
			.anyMatch((line) -> line.startsWith("Content-Security-Policy: default-src 'none'; "))
			.noneMatch((line) -> line.startsWith("Server:") || line.startsWith("X-Powered-By"));
	}

	@Test
	void cannotInjectAHost() {
		assertThat(Caller.raw("""
				GET / HTTP/1.1
				Host: evil.example
				X-Forwarded-Host: evil.example
				X-Forwarded-Prefix: /evil
				Forwarded: host=evil.example;proto=http
				Connection: close

				""")).contains("Location: https://www.howsmytrack.com/").doesNotContain("evil");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "", "[]", "null", "5", "\"x\"", "{}", "{\"query\": 5}", "{\"query\": true}",
			"{\"query\": {\"a\": 1}}", "{\"query\": \"{ userDetails { username } }\", \"variables\": \"x\"}",
			"{\"query\": \"{ userDetails { username } }\", \"operationName\": 5}", "{\"query\": \"\\ud800\"" })
	void getsAShortErrorForMalformedBodies(String body) {
		HttpResponse<String> answer = Caller.atNewAddress().post(body);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).hasSizeLessThan(1_000);
	}

	/// Introspection is disabled for this application only: other tests in this JVM need
	/// it.
	@Test
	void cannotReadTheSchema() {
		String body = Caller.atNewAddress().run(IntrospectionQuery.INTROSPECTION_QUERY, Map.of());

		assertThat(body).contains("Introspection has been disabled").doesNotContain("\"data\":{");
		assertThat(Introspection.isEnabledJvmWide()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\": {\"a\": 1}}", "{\"id\": [1]}", "{\"id\": true}", "{\"id\": 1.5}",
			"{\"id\": null}", "{}", "{\"id\": 1e400}" })
	void getsNoClassNamesForVariablesOfTheWrongType(String variables) {
		HttpResponse<String> answer = Caller.atNewAddress()
			.post("{\"query\": \"query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id } }\", \"variables\": %s}"
				.formatted(variables));

		assertThat(answer.body()).contains("errors")
			.doesNotContain("HashMap", "ArrayList", "BigDecimal", "BigInteger", "Double", "Boolean'");
	}

}
