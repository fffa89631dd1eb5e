package com.howsmytrack.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// What a [StandInServer] sends for one path. The connection is closed afterwards.
@FunctionalInterface
public interface StandInAnswer {

	/// Writes the answer.
	void writeTo(OutputStream out) throws IOException, InterruptedException;

	/// Exactly this text, header lines with LF only.
	static StandInAnswer raw(String headers, byte[] body) {
		return (out) -> {
			out.write((headers.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
			out.write(body);
		};
	}

	/// A complete answer.
	static StandInAnswer of(int status, String contentType, byte[] body) {
		return raw(
				"HTTP/1.1 %d Status\nContent-Type: %s\nContent-Length: %d".formatted(status, contentType, body.length),
				body);
	}

	/// A document with status 200.
	static StandInAnswer json(String body) {
		return of(200, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
	}

	/// A page for people.
	static StandInAnswer html(int status) {
		return of(status, "text/html; charset=utf-8",
				"<!DOCTYPE html><title>Page</title>".getBytes(StandardCharsets.UTF_8));
	}

	/// A redirect with status 302.
	static StandInAnswer redirect(String location) {
		return redirect(302, location);
	}

	/// A redirect whose body never ends, for callers that must not read it.
	static StandInAnswer redirect(int status, String location) {
		return endless("HTTP/1.1 %d Found\nLocation: %s\nContent-Type: text/html".formatted(status, location));
	}

	/// Too many requests.
	static StandInAnswer retryAfter(String value) {
		return raw("HTTP/1.1 429 Too Many Requests\nRetry-After: %s\nContent-Length: 0".formatted(value), new byte[0]);
	}

	/// A body that never ends.
	static StandInAnswer endless(String headers) {
		return (out) -> {
			raw(headers, new byte[0]).writeTo(out);
			byte[] part = "0".repeat(8192).getBytes(StandardCharsets.US_ASCII);
			while (true) {
				out.write(part);
			}
		};
	}

	/// Headers that never end.
	static StandInAnswer endlessHeaders() {
		return (out) -> {
			out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
			while (true) {
				out.write("X-Header: value\r\n".getBytes(StandardCharsets.US_ASCII));
			}
		};
	}

	/// One byte after each pause, without an end.
	static StandInAnswer dripping(Duration pause) {
		return (out) -> {
			raw("HTTP/1.1 200 OK\nContent-Type: application/json", new byte[0]).writeTo(out);
			while (true) {
				out.write(' ');
				out.flush();
				Thread.sleep(pause);
			}
		};
	}

	/// A part of the announced body.
	static StandInAnswer cutOff() {
		return raw("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 1000",
				"{\"title\":".getBytes(StandardCharsets.US_ASCII));
	}

	/// This answer, after an action while the caller waits for it.
	default StandInAnswer during(Runnable action) {
		return (out) -> {
			action.run();
			writeTo(out);
		};
	}

	/// Nothing until the latch is released, then this answer.
	default StandInAnswer after(CountDownLatch latch) {
		return (out) -> {
			latch.await();
			writeTo(out);
		};
	}

}
