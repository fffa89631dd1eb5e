package com.howsmytrack.testing;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A client that keeps the session cookie.
public class Browser {

	private final Api api;

	private String token = "";

	Browser(Api api) {
		this.api = api;
	}

	public Browser signIn(String email) {
		run("mutation($email: String!, $password: String!) { tokenAuth(username: $email, password: $password) { payload } }",
				Map.of("email", email, "password", Api.PASSWORD))
			.hasNoErrors();
		return this;
	}

	public Answer run(String document) {
		return run(document, Map.of());
	}

	/// Sends the document as the client in use does.
	public Answer run(String document, Map<String, ?> variables) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("query", document);
		body.put("variables", variables);
		return run(body);
	}

	/// Sends the request with its document, and possibly variables and extensions.
	public Answer run(Map<String, ?> request) {
		return Answer.of(post("/graphql/", "application/json", Api.JSON.writeValueAsString(request)));
	}

	/// Sends the body with the cookie, and keeps the cookie of the response.
	public HttpResponse<String> post(String path, String contentType, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.api.uri(path))
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		return send(request, headers);
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder(this.api.uri(path)).GET(), headers);
	}

	public HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (!this.token.isEmpty()) {
			request.header("Cookie", "JWT=" + this.token);
		}
		HttpResponse<String> response = this.api.send(request.build());
		setCookie(response).ifPresent((cookie) -> this.token = cookie.getValue());
		return response;
	}

	public static Optional<HttpCookie> setCookie(HttpResponse<?> response) {
		return response.headers().firstValue("Set-Cookie").map((header) -> HttpCookie.parse(header).getFirst());
	}

	/// Whether the application accepts the cookie as signed in.
	public boolean isSignedIn() {
		return run("{ userDetails { username } }").hasNoErrors().at("userDetails") != null;
	}

	public String token() {
		return this.token;
	}

	/// A browser with another session token, which may be invalid.
	public Browser withToken(String other) {
		Browser browser = new Browser(this.api);
		browser.token = other;
		return browser;
	}

}
