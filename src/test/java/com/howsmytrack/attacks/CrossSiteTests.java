package com.howsmytrack.attacks;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A page of another site uses the browser of a signed-in member.
class CrossSiteTests {

	private static final String CLIENT = "https://www.howsmytrack.com";

	private static final String MUTATION = "{\"query\": \"mutation { updateSendReminderEmails(sendReminderEmails: false) { success } }\"}";

	private static boolean wantsReminders(Caller member) {
		return member.post("{\"query\": \"{ userDetails { sendReminderEmails } }\"}")
			.body()
			.equals("{\"data\":{\"userDetails\":{\"sendReminderEmails\":true}}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
			"text/plain; application/json", "application/xml", "application/graphql", "json" })
	void executesNoOperationFromAForm(String contentType) {
		Caller member = Caller.member();

		assertThat(member.post(MUTATION, "Content-Type", contentType).statusCode()).isEqualTo(415);
		assertThat(wantsReminders(member)).isTrue();
	}

	@Test
	void executesNoOperationWithoutAContentType() {
		Caller member = Caller.member();

		assertThat(member.send("POST", "/graphql/", MUTATION).statusCode()).isEqualTo(415);
		assertThat(wantsReminders(member)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "GET, 405", "HEAD, 405", "PUT, 405", "DELETE, 405", "OPTIONS, 405" })
	void executesNoOperationByOtherMethods(String method, int status) {
		Caller member = Caller.member();
		String query = "?query=mutation%7BupdateSendReminderEmails(sendReminderEmails:false)%7Bsuccess%7D%7D";

		HttpResponse<String> answer = member.send(method, "/graphql/" + query, "");

		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Allow")).contains("POST");
		assertThat(wantsReminders(member)).isTrue();
	}

	@Test
	void executesNoBatches() {
		Caller member = Caller.member();

		assertThat(member.post("[" + MUTATION + "," + MUTATION + "]").statusCode()).isEqualTo(400);
		assertThat(wantsReminders(member)).isTrue();
	}

	/// Otherwise a mutation would be executed before the media type is rejected.
	@ParameterizedTest
	@CsvSource({ "/graphql, text/html", "/graphql/, image/*", "/graphql, nonsense" })
	void executesNoOperationForAnotherMediaType(String path, String accept) {
		Caller member = Caller.member();

		assertThat(
				member.send("POST", path, MUTATION, "Content-Type", "application/json", "Accept", accept).statusCode())
			.isEqualTo(406);
		assertThat(wantsReminders(member)).isTrue();
	}

	/// The protocol reports errors as events.
	@ParameterizedTest
	@CsvSource({ "/graphql/, text/event-stream", "/graphql, TEXT/EVENT-STREAM", "/graphql, text/*",
			"/%67raphql, text/event-stream" })
	void executesNoMutationForAnEventStream(String path, String accept) {
		Caller member = Caller.member();

		HttpResponse<String> answer = member.send("POST", path, MUTATION, "Content-Type", "application/json", "Accept",
				accept);

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("event: next\ndata: {\"errors\"", "ONLY_SUBSCRIPTIONS");
		assertThat(wantsReminders(member)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://www.howsmytrack.com",
			"https://howsmytrack.com.evil.example", "https://evilhowsmytrack.com", "https://www.howsmytrack.com:8443",
			"https://api.howsmytrack.com.evil.example", "null", "file://", "http://localhost:3000" })
	void executesNoOperationForAnotherOrigin(String origin) {
		Caller member = Caller.member();

		HttpResponse<String> answer = member.post(MUTATION, "Origin", origin);

		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		assertThat(answer.headers().allValues("Vary")).contains("Origin");
		assertThat(wantsReminders(member)).isTrue();
	}

	/// Like after DNS rebinding.
	@Test
	void executesNoOperationForAnOriginEqualToTheHost() {
		assertThat(Caller.raw("""
				POST /graphql HTTP/1.1
				Host: evil.example
				Origin: http://evil.example
				Content-Type: application/json
				Content-Length: 27
				Connection: close

				{"query": "{ __typename }"}""")).startsWith("HTTP/1.1 403");
	}

	/// Browsers send cookies with the handshake of any page, and read the messages
	/// without CORS.
	@ParameterizedTest
	@ValueSource(
			strings = { "https://evil.example", "http://www.howsmytrack.com", "https://howsmytrack.com.evil.example",
					"https://www.howsmytrack.com:8443", "null", "file://", "http://localhost:3000" })
	void opensNoWebSocketForAnotherOrigin(String origin) {
		assertThat(handshake("api.howsmytrack.com", origin)).startsWith("HTTP/1.1 403");
	}

	/// Like after DNS rebinding.
	@Test
	void opensNoWebSocketForAnOriginEqualToTheHost() {
		assertThat(handshake("evil.example", "http://evil.example")).startsWith("HTTP/1.1 403");
	}

	@Test
	void opensNoWebSocketForAnotherProtocol() {
		assertThat(Caller.raw("""
				GET /graphql HTTP/1.1
				Host: api.howsmytrack.com
				Origin: %s
				Connection: Upgrade, close
				Upgrade: websocket
				Sec-WebSocket-Version: 13
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

				""".formatted(CLIENT))).startsWith("HTTP/1.1 400");
	}

	@Test
	void doesNotAffectWebSocketsOfTheClient() {
		assertThat(handshake("api.howsmytrack.com", CLIENT)).startsWith("HTTP/1.1 101");
	}

	/// With the cookie of a member.
	private static String handshake(String host, String origin) {
		return Caller.status("""
				GET /graphql HTTP/1.1
				Host: %s
				Origin: %s
				Connection: Upgrade, close
				Upgrade: websocket
				Sec-WebSocket-Version: 13
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
				Sec-WebSocket-Protocol: graphql-transport-ws
				Cookie: JWT=%s

				""".formatted(host, origin, Caller.member().token()));
	}

	@ParameterizedTest
	@CsvSource({ "https://evil.example, 403", "null, 403", "https://www.howsmytrack.com, 200" })
	void isAllowedByPreflightsForTheClientOnly(String origin, int status) {
		HttpResponse<String> answer = Caller.atNewAddress()
			.send("OPTIONS", "/graphql/", "", "Origin", origin, "Access-Control-Request-Method", "POST",
					"Access-Control-Request-Headers", "content-type");

		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().allValues("Vary")).contains("Origin");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent()).isEqualTo(status == 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/password_reset/", "/accounts/verify/x/", "/accounts/reset/x/" })
	void submitsNoForms(String path) {
		String fields = "email=a%40example.com&_csrf=forged";
		for (String origin : new String[] { "https://evil.example", "null", CLIENT }) {
			assertThat(Caller.atNewAddress()
				.send("POST", path, fields, "Content-Type", "application/x-www-form-urlencoded", "Origin", origin)
				.statusCode()).isEqualTo(403);
		}
		assertThat(Caller.atNewAddress()
			.send("POST", path, fields, "Content-Type", "application/x-www-form-urlencoded", "Cookie",
					"XSRF-TOKEN=other")
			.statusCode()).as("without the token").isEqualTo(403);
	}

	@Test
	void doesNotAffectTheServersOwnForms() {
		HttpResponse<String> page = Caller.atNewAddress().send("GET", "/accounts/password_reset/", "");
		String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");

		assertThat(Caller.atNewAddress()
			.send("POST", "/accounts/password_reset/", "email=a%40example.com&_csrf=" + token, "Content-Type",
					"application/x-www-form-urlencoded", "Cookie", cookie, "Origin", "https://api.howsmytrack.com")
			.statusCode()).isEqualTo(303);
	}

}
