package com.howsmytrack.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// A client of `graphql-sse` in the mode of distinct connections.
public final class TestEventStream implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final HttpClient http = HttpClient.newHttpClient();

	private final HttpResponse<InputStream> response;

	private final BufferedReader reader;

	private TestEventStream(HttpRequest request) {
		try {
			this.response = this.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
			this.reader = new BufferedReader(new InputStreamReader(this.response.body(), StandardCharsets.UTF_8));
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	public static TestEventStream open(Api api, Browser browser, String document) {
		return open(api, browser, Map.of("query", document));
	}

	/// Sends the body with the cookie of the browser.
	public static TestEventStream open(Api api, Browser browser, Map<String, ?> body) {
		return new TestEventStream(HttpRequest.newBuilder(api.uri("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "text/event-stream")
			.header("Cookie", "JWT=" + browser.token())
			.POST(HttpRequest.BodyPublishers.ofString(Api.JSON.writeValueAsString(body)))
			.build());
	}

	public HttpResponse<InputStream> response() {
		return this.response;
	}

	/// The next event as `event data`, or null at the end of the response. Heartbeats are
	/// skipped.
	public @Nullable String next() {
		return await(() -> {
			String event = "";
			String line = this.reader.readLine();
			while (line != null) {
				if (line.startsWith("event: ")) {
					event = line.substring("event: ".length());
				}
				else if (line.startsWith("data: ")) {
					return event + " " + line.substring("data: ".length());
				}
				line = this.reader.readLine();
			}
			return null;
		});
	}

	/// Waits for a heartbeat.
	public void heartbeat() {
		assertThat(await(() -> {
			String line = this.reader.readLine();
			while (line != null && !line.equals(":")) {
				line = this.reader.readLine();
			}
			return line;
		})).as("a heartbeat").isNotNull();
	}

	private static <T> @Nullable T await(ReadLine<T> read) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return read.call();
			}
			catch (IOException failed) {
				throw new UncheckedIOException(failed);
			}
		}).orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	@Override
	public void close() throws IOException {
		this.response.body().close();
		this.http.shutdownNow();
	}

	private interface ReadLine<T> {

		@Nullable T call() throws IOException;

	}

}
