package com.howsmytrack.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class BodySizeTests {

	private static final int MEGABYTE = 1024 * 1024;

	@Autowired
	private Api api;

	private static String body(int bytes) {
		String start = "{\"query\": \"{ userDetails { username } }\", \"variables\": {\"x\": \"";
		String end = "\"}}";
		return start + "x".repeat(bytes - start.length() - end.length()) + end;
	}

	/// Without a `Content-Length`.
	private HttpResponse<String> postInChunks(String body) {
		return this.api.send(HttpRequest.newBuilder(this.api.uri("/graphql"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
			.build());
	}

	@Test
	void canBeOneMegabyte() {
		assertThat(this.api.visitor().post("/graphql", "application/json", body(MEGABYTE)).body())
			.isEqualTo("{\"data\":{\"userDetails\":null}}");
		assertThat(postInChunks(body(MEGABYTE)).body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	@Test
	void isRejectedIfLarger() {
		HttpResponse<String> refused = this.api.visitor().post("/graphql", "application/json", body(MEGABYTE + 1));

		assertThat(refused.statusCode()).isEqualTo(413);
		assertThat(refused.body()).doesNotContain("Exception", "java");
	}

	@Test
	void isRejectedIfLargerWithoutContentLength() {
		HttpResponse<String> refused = postInChunks(body(MEGABYTE + 1));

		assertThat(refused.statusCode()).isIn(400, 413);
		assertThat(refused.body()).doesNotContain("Exception", "java");
	}

}
