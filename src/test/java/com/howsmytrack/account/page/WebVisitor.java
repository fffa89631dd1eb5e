package com.howsmytrack.account.page;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.howsmytrack.testing.Api;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A browser without JavaScript: opens pages, fills in forms and follows redirects one by one.
public final class WebVisitor {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private final Api api;

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.build();

	public WebVisitor(Api api) {
		this.api = api;
	}

	public HttpResponse<String> open(String path, String... headers) {
		return send(HttpRequest.newBuilder(this.api.uri(path)).GET(), headers);
	}

	/// Opens the page, fills in its form and posts it to the page's own address.
	public HttpResponse<String> fillIn(String path, Map<String, String> fields, String... headers) {
		return post(path, formOf(path, fields), headers);
	}

	/// Opens the page and fills in its form. The returned call posts the form.
	public Callable<HttpResponse<String>> readyToPost(String path, Map<String, String> fields) {
		Map<String, String> form = formOf(path, fields);
		return () -> post(path, form);
	}

	private Map<String, String> formOf(String path, Map<String, String> fields) {
		Map<String, String> form = new LinkedHashMap<>(fields);
		Matcher hidden = HIDDEN.matcher(open(path).body());
		while (hidden.find()) {
			form.put(hidden.group(1), hidden.group(2));
		}
		return form;
	}

	/// Posts without opening the page first.
	public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(this.api.uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)), headers);
	}

	/// A valid token for forms that this visitor posts.
	public String csrfToken() {
		return open("/accounts/password_reset/").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
	}

	public static String location(HttpResponse<?> response) {
		return response.headers().firstValue("Location").orElseThrow();
	}

	/// The path of a link in a mail; its host is the public one.
	public static String path(String link) {
		return Objects.requireNonNull(URI.create(link).getPath());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, UTF_8);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
