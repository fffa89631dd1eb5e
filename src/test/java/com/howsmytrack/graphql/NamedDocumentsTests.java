package com.howsmytrack.graphql;

import java.net.http.HttpResponse;
import java.util.Map;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static com.howsmytrack.graphql.Named.asDocumentId;
import static com.howsmytrack.graphql.Named.asPersistedQuery;
import static org.assertj.core.api.Assertions.assertThat;

/// Documents that are named by their hash, in both protocols.
@WholeApplication
class NamedDocumentsTests {

	private static final String GRAPHQL_JSON = "application/graphql-response+json";

	private static final String UNKNOWN = "{ userDetails { rating } }";

	@Autowired
	private Api api;

	private HttpResponse<String> post(Map<String, ?> body, String... headers) {
		return this.api.visitor()
			.post("/graphql/", "application/json", JsonMapper.shared().writeValueAsString(body), headers);
	}

	private static <T> T read(HttpResponse<String> answer, String path) {
		return JsonPath.read(answer.body(), path);
	}

	@Test
	void areExecutedByBothProtocols() {
		String text = Named.text("UserDetails");

		assertThat(post(asDocumentId(text, Map.of())).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
		assertThat(post(asPersistedQuery(text, Map.of())).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	@Test
	void areExecutedWithAnEmptyText() {
		Map<String, Object> persisted = asPersistedQuery(Named.text("UserDetails"), Map.of());
		persisted.put("query", "");
		Map<String, Object> byId = asDocumentId(Named.text("UserDetails"), Map.of());
		byId.put("query", "");

		assertThat(post(persisted).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
		assertThat(post(byId).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	@Test
	void areNotNamedByAnExtensionOfAnotherProtocol() {
		String hash = "sha256:" + RegisteredDocuments.hash(Named.text("UserDetails"));

		assertThat(post(Map.of("query", "{ __typename }", "extensions", Map.of("documentId", hash))).body())
			.isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
	}

	@Test
	void takeVariables() {
		String text = Named.text("MediaInfo");
		Map<String, String> variables = Map.of("mediaUrl", "https://soundcloud.com/ada/track");

		assertThat(NamedDocumentsTests.<String>read(post(asDocumentId(text, variables)), "$.data.mediaInfo.mediaType"))
			.isEqualTo("SOUNDCLOUD");
		assertThat(
				NamedDocumentsTests.<String>read(post(asPersistedQuery(text, variables)), "$.data.mediaInfo.mediaType"))
			.isEqualTo("SOUNDCLOUD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", GRAPHQL_JSON })
	void areRequestedFromApolloClientsIfUnknown(String accept) {
		HttpResponse<String> answer = post(asPersistedQuery(UNKNOWN, Map.of()), "Accept", accept);

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("\"data\"");
		assertThat(NamedDocumentsTests.<String>read(answer, "$.errors[0].message")).isEqualTo("PersistedQueryNotFound");
		hasOneError(answer, "PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void areAnErrorByDocumentIdIfUnknown() {
		HttpResponse<String> answer = post(asDocumentId(UNKNOWN, Map.of()), "Accept", "application/json");

		assertThat(answer.statusCode()).isEqualTo(200);
		hasOneError(answer, "DOCUMENT_NOT_REGISTERED");
		assertThat(post(asDocumentId(UNKNOWN, Map.of()), "Accept", GRAPHQL_JSON).statusCode()).isEqualTo(400);
	}

	@Test
	void areNotRegisteredAtRuntime() {
		Map<String, Object> withText = asPersistedQuery(UNKNOWN, Map.of());
		withText.put("query", UNKNOWN);

		assertThat(post(withText).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
		hasOneError(post(asPersistedQuery(UNKNOWN, Map.of())), "PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void areRejectedWithTheTextOfAnotherDocument() {
		Map<String, Object> persisted = asPersistedQuery(Named.text("UserDetails"), Map.of());
		persisted.put("query", UNKNOWN);
		Map<String, Object> byId = asDocumentId(Named.text("UserDetails"), Map.of());
		byId.put("query", UNKNOWN);

		hasOneError(post(persisted), "PERSISTED_QUERY_HASH_MISMATCH");
		hasOneError(post(byId), "PERSISTED_QUERY_HASH_MISMATCH");
	}

	@Test
	void areNotNamedByNull() {
		Map<String, Object> nothing = Named.request(Map.of());
		nothing.put("extensions", null);
		nothing.put("documentId", null);

		assertThat(post(nothing).statusCode()).isEqualTo(400);
		nothing.put("query", UNKNOWN);
		assertThat(post(nothing).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	private static void hasOneError(HttpResponse<String> answer, String code) {
		assertThat(NamedDocumentsTests.<Integer>read(answer, "$.errors.length()")).isEqualTo(1);
		assertThat(NamedDocumentsTests.<String>read(answer, "$.errors[0].extensions.code")).isEqualTo(code);
		assertThat(NamedDocumentsTests.<String>read(answer, "$.errors[0].extensions.classification"))
			.isEqualTo("BAD_REQUEST");
		assertThat(NamedDocumentsTests.<String>read(answer, "$.errors[0].extensions.requestId")).isNotBlank();
	}

}
