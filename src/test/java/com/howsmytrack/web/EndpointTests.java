package com.howsmytrack.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class EndpointTests {

	private static final String JSON = "application/json";

	private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/graphql/" })
	void executesWithAndWithoutASlash(String path) {
		HttpResponse<String> response = this.api.stranger()
			.post(path, JSON, "{\"query\": \"{ userDetails { rating } }\"}");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith(JSON));
		assertThat(response.body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/json                   | {"query":                    | 400
			application/json                   | []                           | 400
			application/json                   | "{ userDetails { rating } }" | 400
			application/json                   | {}                           | 400
			application/json                   | {"query": "{ userDetails { rating } }", "variables": "x"} | 400
			application/json                   | {"query": "{"}               | 200
			application/json                   | {"query": "{ nothing }"}     | 200
			application/graphql-response+json  | {"query": "{"}               | 400
			application/graphql-response+json  | {"query": "{ nothing }"}     | 400
			application/graphql-response+json  | {"query": "{ userDetails { rating } }"} | 200
			""")
	void answersMalformedRequestsAsTheSpecificationSays(String accept, String body, int status) {
		HttpResponse<String> response = this.api.stranger().post("/graphql", JSON, body, "Accept", accept);

		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).doesNotContain("Exception", "org.spring", "graphql.", "jackson");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
	void executesNothingThatAForeignPageCouldSend(String contentType) {
		assertThat(this.api.stranger()
			.post("/graphql", contentType, "{\"query\": \"{ userDetails { rating } }\"}")
			.statusCode()).isEqualTo(415);
	}

	@Test
	void executesNothingByGet() {
		assertThat(this.api.stranger().get("/graphql?query=%7BuserDetails%7Brating%7D%7D").statusCode()).isEqualTo(405);
	}

	@Test
	void takesAStringOfDigitsForAnInt() {
		byId("12").hasNoErrors().with("feedbackGroup", null);
		byId("-12").hasNoErrors().with("feedbackGroup", null);
		byId(12).hasNoErrors().with("feedbackGroup", null);
	}

	@ParameterizedTest
	@MethodSource("noInts")
	void takesNothingElseForAnInt(Object value) {
		Answer answer = byId(value);

		assertThat(answer.errorMessages()).singleElement().asString().startsWith("Variable 'id' has an invalid value");
		assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo("ValidationError");
	}

	static List<Object> noInts() {
		return List.of("", " 12", "12 ", "12a", "1e1", "0x12", "１２", "12.0", "99999999999", "2147483648",
				"4".repeat(1000), 12.5, 2147483648L, true, List.of(), Map.of());
	}

	@Test
	void takesNoStringOfDigitsInTheDocument() {
		Answer answer = this.api.stranger().run("{ feedbackGroup(feedbackGroupId: \"12\") { id } }");

		assertThat(answer.errorMessages()).hasSize(1);
	}

	@Test
	void sendsTheRootToTheWebsiteWhateverTheCallerClaimsToHaveAsked() {
		HttpResponse<String> response = this.api.stranger()
			.get("/", "X-Forwarded-Host", "evil.example", "X-Forwarded-Prefix", "/evil", "Forwarded",
					"host=evil.example");

		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location")).hasValue("https://www.howsmytrack.com/");
	}

	@Test
	void givesEachRequestAnIdOfItsOwn() {
		String first = this.api.stranger()
			.get("/logout", "X-Request-Id", "mine")
			.headers()
			.firstValue("X-Request-Id")
			.orElseThrow();
		String second = this.api.stranger().get("/logout").headers().firstValue("X-Request-Id").orElseThrow();

		assertThat(first).hasSize(36).isNotEqualTo(second);
	}

	@Test
	void saysNothingButThatAPathIsUnknown() {
		HttpResponse<String> response = this.api.stranger().get("/nothing/here");

		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).doesNotContain("Exception", "trace", "resource");
	}

	@Test
	void servesGraphiQlAndItsFilesInDevelopment() {
		for (String path : List.of("/graphiql", "/graphiql/", "/graphiql/tour.js", "/graphiql/page.js",
				"/webjars/graphiql/graphiql.min.js", "/webjars/react/umd/react.production.min.js",
				"/webjars/react-dom/umd/react-dom.production.min.js")) {
			assertThat(this.api.stranger().get(path).statusCode()).as(path).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:3000", "http://127.0.0.1:5173", "https://localhost:8443" })
	void answersAnAllowedOriginExactlyOnEveryAnswer(String origin) {
		Browser browser = this.api.stranger();

		assertThat(List.of(
				browser.post("/graphql/", JSON, "{\"query\": \"{ userDetails { rating } }\"}", "Origin", origin),
				browser.post("/graphql", JSON, "{", "Origin", origin), browser.get("/graphql", "Origin", origin),
				browser.get("/logout/", "Origin", origin), preflight("/graphql/", origin),
				preflight("/graphql", origin), preflight("/logout/", origin)))
			.allSatisfy((response) -> {
				assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly(origin);
				assertThat(response.headers().allValues("Access-Control-Allow-Credentials")).containsExactly("true");
				assertThat(response.statusCode() / 100).isNotEqualTo(3);
			});
		assertThat(preflight("/graphql/", origin).headers().allValues("Access-Control-Allow-Headers").toString())
			.containsIgnoringCase("content-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "http://localhost.evil.example",
			"https://www.howsmytrack.com", "http://evil.example:3000", "http://localhost:3000.evil.example" })
	void answersNoOtherOrigin(String origin) {
		Browser browser = this.api.stranger();

		assertThat(List.of(
				browser.post("/graphql/", JSON, "{\"query\": \"{ userDetails { rating } }\"}", "Origin", origin),
				browser.get("/logout/", "Origin", origin), preflight("/graphql/", origin)))
			.allSatisfy((response) -> assertThat(response.headers().map().keySet())
				.noneMatch((header) -> header.toLowerCase(Locale.ROOT).startsWith("access-control-allow")));
	}

	private HttpResponse<String> preflight(String path, String origin) {
		return this.api.stranger()
			.send(HttpRequest.newBuilder(this.api.uri(path)).method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
					"Origin", origin, "Access-Control-Request-Method", path.startsWith("/logout") ? "GET" : "POST",
					"Access-Control-Request-Headers", "accept,content-type");
	}

	private Answer byId(Object id) {
		return this.api.stranger()
			.run("query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id } }", Map.of("id", id));
	}

}
