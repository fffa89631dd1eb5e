package com.howsmytrack.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class EndpointTests {

	private static final String QUERY = "{\"query\":\"{ userDetails { username } }\"}";

	private static final String GROUP = "query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id } }";

	private static final String JSON = "application/json";

	private static final String GRAPHQL_JSON = "application/graphql-response+json";

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/graphql/" })
	void answersWithASlashAndWithout(String path) {
		HttpResponse<String> response = this.api.visitor().post(path, JSON, QUERY);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/graphql", "/graphql/", "/graphql//", "/", "/logout", "/logout/", "/nowhere", "/nowhere/" })
	void neverRedirectsAPost(String path) {
		assertThat(this.api.visitor().post(path, JSON, QUERY).statusCode())
			.matches((status) -> status < 300 || status > 399);
	}

	@ParameterizedTest
	@ValueSource(strings = { JSON, GRAPHQL_JSON, "*/*", "application/json, text/plain, */*" })
	void speaksJson(String accept) {
		HttpResponse<String> response = this.api.visitor().post("/graphql/", JSON, QUERY, "Accept", accept);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(contentType(response)).isIn(JSON, GRAPHQL_JSON);
	}

	@Test
	void closesConnectionsDuringShutdown(@Autowired GracefulDrain draining) {
		assertThat(this.api.visitor().post("/graphql", JSON, QUERY).headers().firstValue("Connection"))
			.isNotEqualTo(Optional.of("close"));
		draining.stop();
		try {
			HttpResponse<String> last = this.api.visitor().post("/graphql", JSON, QUERY);

			assertThat(last.statusCode()).as("it still serves").isEqualTo(200);
			assertThat(last.headers().firstValue("Connection")).contains("close");
		}
		finally {
			draining.start();
		}
	}

	@Test
	void answersInTheAcceptedType() {
		assertThat(contentType(this.api.visitor().post("/graphql/", JSON, QUERY, "Accept", JSON))).isEqualTo(JSON);
		assertThat(contentType(this.api.visitor().post("/graphql/", JSON, QUERY, "Accept", GRAPHQL_JSON)))
			.isEqualTo(GRAPHQL_JSON);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{                                               | 400 | 400
			not JSON                                        | 400 | 400
			[]                                              | 400 | 400
			"query"                                         | 400 | 400
			null                                            | 400 | 400
			{}                                              | 400 | 400
			{"query": null}                                 | 400 | 400
			{"query": "{ a }", "variables": "b"}            | 400 | 400
			{"query": ""}                                   | 200 | 400
			{"query": "{"}                                  | 200 | 400
			{"query": "{ nothing }"}                        | 200 | 400
			{"query": "{ userDetails }"}                    | 200 | 400
			{"query": "{ userDetails { username } }", "operationName": "Other"} | 200 | 400
			""")
	void hasTheStatusOfTheSpecification(String body, int status, int graphQlStatus) {
		HttpResponse<String> response = this.api.visitor().post("/graphql/", JSON, body, "Accept", JSON);
		HttpResponse<String> graphQlResponse = this.api.visitor().post("/graphql/", JSON, body, "Accept", GRAPHQL_JSON);

		assertThat(List.of(response.statusCode(), graphQlResponse.statusCode())).as(body)
			.containsExactly(status, graphQlStatus);
		assertRevealsNoInternals(response);
		assertRevealsNoInternals(graphQlResponse);
	}

	@Test
	void answersErrorsOfExecutionWithSuccess() {
		String body = "{\"query\":\"mutation { refreshToken { payload } }\"}";

		assertThat(this.api.visitor().post("/graphql/", JSON, body, "Accept", JSON).statusCode()).isEqualTo(200);
		assertThat(this.api.visitor().post("/graphql/", JSON, body, "Accept", GRAPHQL_JSON).statusCode())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
	void executesNoOperationFromAForm(String contentType) {
		HttpResponse<String> response = this.api.visitor().post("/graphql/", contentType, QUERY);

		assertThat(response.statusCode()).isEqualTo(415);
		assertRevealsNoInternals(response);
	}

	@Test
	void executesNoOperationFromAUrl() {
		HttpResponse<String> response = this.api.visitor().get("/graphql?query=%7BuserDetails%7Busername%7D%7D");

		assertThat(response.statusCode()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "0", "-1", "2147483647", "-2147483648", "007" })
	void acceptsDigitsForAnInt(String digits) {
		this.api.visitor().run(GROUP, Map.of("id", digits)).hasNoErrors().with("feedbackGroup", null);
	}

	@Test
	void acceptsAnIntForAnInt() {
		this.api.visitor().run(GROUP, Map.of("id", 12)).hasNoErrors().with("feedbackGroup", null);
	}

	@ParameterizedTest
	@MethodSource
	void acceptsNoOtherTextForAnInt(Object value) {
		Answer answer = this.api.visitor().run(GROUP, Map.of("id", value));

		assertThat(answer.errorMessages()).hasSize(1);
		assertThat(answer.response().body()).doesNotContain("\"data\":{");
		assertRevealsNoInternals(answer.response());
	}

	static List<Object> acceptsNoOtherTextForAnInt() {
		return List.of("12a", "", " ", " 12", "12 ", "12\n", "+12", "--1", "1.0", "1e3", "0x10", "١٢", "99999999999",
				"2147483648", 2147483648L, 12.5, true, List.of("a"), Map.of("id", 1));
	}

	@Test
	void acceptsNoDigitsForAnIntInADocument() {
		assertThat(this.api.visitor().run("{ feedbackGroup(feedbackGroupId: \"12\") { id } }").errorMessages())
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/logout", "/logout/", "/nowhere", "/nowhere/", "/graphql", "/graphiql", "/graphiql/",
			"//evil.example/", "/%5cevil.example" })
	void repeatsNoHostOfTheRequest(String path) throws IOException {
		assertThat(exchange("""
				GET %s HTTP/1.1
				Host: evil.example
				X-Forwarded-Host: evil.example
				X-Forwarded-Prefix: /evil.example
				X-Forwarded-Proto: https
				Forwarded: host=evil.example
				Connection: close

				""".formatted(path))).startsWith("HTTP/1.1 ").doesNotContain("evil");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/graphql", "/logout/", "/nowhere" })
	void givesEachRequestAnId(String path) {
		String first = requestId(this.api.visitor().get(path));
		String second = requestId(this.api.visitor().get(path));

		assertThat(UUID.fromString(first)).isNotEqualTo(UUID.fromString(second));
	}

	@Test
	void acceptsNoRequestIdOfTheClient() {
		String theirs = UUID.randomUUID().toString();

		assertThat(requestId(this.api.visitor().get("/logout", "X-Request-Id", theirs))).isNotEqualTo(theirs);
	}

	@Test
	void revealsNoInternalsForUnknownPaths() {
		HttpResponse<String> response = this.api.visitor().get("/nowhere", "Accept", JSON);

		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(JsonPath.<Integer>read(response.body(), "$.status")).isEqualTo(404);
		assertRevealsNoInternals(response);
	}

	@Test
	void revealsNoServerForMalformedPaths() throws IOException {
		assertThat(exchange("""
				GET /[ HTTP/1.1
				Host: localhost
				Connection: close

				""")).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "org.apache", "Exception");
	}

	private static void assertRevealsNoInternals(HttpResponse<String> response) {
		assertThat(response.body()).doesNotContain("Exception", "org.", "com.", "java.", "graphql.", "tools.", "\tat ",
				"trace", "Jackson");
	}

	private static String contentType(HttpResponse<String> response) {
		return response.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
	}

	private static String requestId(HttpResponse<String> response) {
		return response.headers().firstValue("X-Request-Id").orElseThrow();
	}

	/// Java's HTTP client does not allow a `Host` header.
	private String exchange(String request) throws IOException {
		try (Socket socket = new Socket("localhost", this.api.uri("/").getPort())) {
			OutputStream out = socket.getOutputStream();
			out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
			out.flush();
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
