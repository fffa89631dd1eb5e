package com.howsmytrack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Sends requests over HTTP as the client in use does.
@Component
@Lazy
public class Api {

	public static final String PASSWORD = "three tracks about the rain";

	/// Escapes characters outside ASCII, so that tests can send halves of surrogate
	/// pairs.
	public static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Environment environment;

	Api(Environment environment) {
		this.environment = environment;
	}

	/// A client without a session cookie.
	public Browser visitor() {
		return new Browser(this);
	}

	/// Registers `<name>@example.com` and signs in.
	public Browser member(String name) {
		Browser browser = visitor();
		String email = name + "@example.com";
		browser
			.run("mutation($email: String!, $password: String!) { registerUser(email: $email, password: $password,"
					+ " passwordRepeat: $password) { success error } }", Map.of("email", email, "password", PASSWORD))
			.hasNoErrors()
			.with("registerUser.success", true);
		return browser.signIn(email);
	}

	/// Whether sign-in succeeds with the address and the password.
	public boolean canSignIn(String email, String password) {
		return visitor().run(
				"mutation($email: String!, $password: String!) { tokenAuth(username: $email, password: $password) { payload } }",
				Map.of("email", email, "password", password))
			.errorMessages()
			.isEmpty();
	}

	public URI uri(String path) {
		return URI.create("http://localhost:" + this.environment.getRequiredProperty("local.server.port") + path);
	}

	public HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
