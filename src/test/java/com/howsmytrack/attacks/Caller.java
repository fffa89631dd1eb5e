package com.howsmytrack.attacks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// A client on the internet behind the platform's router, which reports its address. Every response is searched for
/// internal details.
final class Caller {

	static final String PASSWORD = "three tracks about the rain";

	private static final Pattern INTERNALS = Pattern.compile(
			"(?i)exception|\\bat [a-z]+\\.[a-z]+\\.|\\b(java|javax|jakarta|org|com|tools|graphql)\\.[a-z]+\\.|\\bSQL|hikari|tomcat|"
					+ "spring|hibernate|jackson|catalina|localhost:|\\bSELECT\\b|\\bINSERT\\b|account_|feedback_re[pq]");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private static final Pattern COOKIE = Pattern.compile("JWT=([^;]*)");

	private final String network;

	private String token = "";

	private Caller(String network) {
		this.network = network;
	}

	/// With an address that no test has used.
	static Caller atNewAddress() {
		int number = Production.number();
		return new Caller("198.%d.%d.%d".formatted(18 + (number >> 16), (number >> 8) & 255, number & 255));
	}

	Caller withToken(String other) {
		Caller same = new Caller(this.network);
		same.token = other;
		return same;
	}

	String token() {
		return this.token;
	}

	/// A new member who is signed in and has a verified address.
	static Caller member() {
		return member("member%d@example.com".formatted(Production.number()));
	}

	static Caller member(String email) {
		Caller caller = atNewAddress();
		assertThat(caller.register(email)).isNull();
		Production.database().update("UPDATE account SET email_verified_at = created_at WHERE email = ?", email);
		assertThat(caller.signIn(email, PASSWORD)).isNull();
		return caller;
	}

	@Nullable String register(String email) {
		return read(run(
				"mutation($e: String!, $p: String!) { registerUser(email: $e, password: $p, passwordRepeat: $p) { error } }",
				Map.of("e", email, "p", PASSWORD)), "$.data.registerUser.error");
	}

	/// Null on success, otherwise the message.
	@Nullable String signIn(String email, String password) {
		String body = run("mutation($e: String!, $p: String!) { tokenAuth(username: $e, password: $p) { payload } }",
				Map.of("e", email, "p", password));
		return body.contains("\"errors\"") ? read(body, "$.errors[0].message") : null;
	}

	boolean isSignedIn() {
		return run("{ userDetails { username } }", Map.of()).contains("@");
	}

	String run(String document, Map<String, ?> variables) {
		return post(JSON.writeValueAsString(Map.of("query", document, "variables", variables))).body();
	}

	HttpResponse<String> post(String body, String... headers) {
		return send("POST", "/graphql/", body, with(headers, "Content-Type", "application/json"));
	}

	HttpResponse<String> send(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + Production.port() + path))
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		request.header("X-Forwarded-For", this.network).header("X-Forwarded-Proto", "https");
		if (!this.token.isEmpty()) {
			request.header("Cookie", "JWT=" + this.token);
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			response.headers().firstValue("Set-Cookie").ifPresent(this::storeCookie);
			assertRevealsNothing(response.body());
			assertRevealsNothing(withoutToken(response.headers().map().toString()));
			return response;
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/// A token is random, so it can contain any word by chance.
	private String withoutToken(String headers) {
		return this.token.isEmpty() ? headers : headers.replace(this.token, "");
	}

	private void storeCookie(String setCookie) {
		Matcher cookie = COOKIE.matcher(setCookie);
		if (cookie.find()) {
			this.token = cookie.group(1);
		}
	}

	/// Sends a request that HTTP libraries cannot send. Reads until the server closes the
	/// connection.
	static String raw(String request) {
		return raw(request, InputStream::readAllBytes);
	}

	/// Reads only the first line.
	static String status(String request) {
		return raw(request, (in) -> new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine()
			.getBytes(StandardCharsets.UTF_8));
	}

	private static String raw(String request, ResponseReader reading) {
		try (Socket socket = new Socket("localhost", Production.port())) {
			socket.setSoTimeout(60_000);
			OutputStream out = socket.getOutputStream();
			out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			String answer = new String(reading.of(socket.getInputStream()), StandardCharsets.UTF_8);
			assertRevealsNothing(answer);
			return answer;
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private interface ResponseReader {

		byte[] of(InputStream in) throws IOException;

	}

	static <T> @Nullable T read(String body, String path) {
		return JsonPath.read(body, path);
	}

	private static void assertRevealsNothing(String answer) {
		assertThat(INTERNALS.matcher(answer).results().map((found) -> found.group()).toList()).as(answer).isEmpty();
	}

	private static String[] with(String[] headers, String name, String value) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!all.contains(name)) {
			all.add(name);
			all.add(value);
		}
		return all.toArray(String[]::new);
	}

}
