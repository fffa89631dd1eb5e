package com.howsmytrack.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/// The web client over HTTP, as the build makes it.
@WholeApplication
class ClientPagesTests {

	private static final Pattern NONCE = Pattern
		.compile("<meta property=\"csp-nonce\" nonce=\"([A-Za-z0-9_-]{24})\" */>");

	private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

	@Autowired
	private Api api;

	static List<String> routes() {
		return ClientBuild.find(new DefaultResourceLoader())
			.orElseThrow()
			.routes()
			.stream()
			.map((route) -> route.replaceAll(":\\w+", "12"))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("routes")
	void haveTheSameDocumentAtEachRoute(String route) {
		for (String path : Stream.of(route, route + "/").filter((each) -> !each.equals("//")).toList()) {
			HttpResponse<String> page = get(path);

			assertThat(page.statusCode()).as(path).isEqualTo(200);
			assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
			assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
			assertThat(page.body()).contains("<div id=\"root\">", "How’s My Track?");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/group", "/group/1/2", "/index.html", "/client/index.html", "/routes.json",
			"/documents.json", "/manifest.json", "/assets", "/assets/", "/assets/index.js", "/assets/index.html",
			"/assets/routes.json", "/home", "/Settings" })
	void doNotExistAtOtherPaths(String path) {
		HttpResponse<String> page = get(path, "Accept", "text/html");

		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(page.body()).doesNotContain("id=\"root\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/assets/../index.html", "/assets/../routes.json", "/assets/%2e%2e/index.html",
			"/assets/..%2findex.html", "/assets/..;/index.html", "/assets//../index.html", "/assets/..%5cindex.html",
			"/assets/%252e%252e/index.html", "/assets/../../application.yaml", "/assets/x/../../index.html" })
	void doNotLeadToOtherFiles(String path) throws IOException {
		assertThat(exchange("GET", path)).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("id=\"root\"", "spring:");
	}

	@Test
	void allowOnlyTheirOwnOriginThePlayersAndTheCovers() {
		HttpResponse<String> page = get("/");

		assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
			.isEqualTo(("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; "
					+ "img-src 'self' https://*.ca.archive.org https://*.us.archive.org https://archive.org https://i.scdn.co; "
					+ "connect-src 'self'; frame-src https://*.microsoftpersonalcontent.com https://drive.google.com "
					+ "https://onedrive.live.com https://w.soundcloud.com https://www.youtube-nocookie.com; media-src "
					+ "https://*.dropboxusercontent.com https://www.dropbox.com; "
					+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
				.formatted(nonce(page)));
		assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
	}

	@Test
	void haveNothingInline() {
		assertThat(get("/").body()).doesNotContain("__NONCE__", "<style", " style=", "javascript:")
			.doesNotContainPattern("<script(?![^>]* src=)")
			.doesNotContainPattern("\\son[a-z]+=");
	}

	@Test
	void haveAnotherNonceInEachResponse() {
		assertThat(Stream.generate(() -> nonce(get("/"))).limit(20)).doesNotHaveDuplicates();
	}

	@Test
	void answerHeadWithoutABody() {
		HttpResponse<String> head = this.api.send(
				HttpRequest.newBuilder(this.api.uri("/")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());

		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("Content-Length")).hasValue(Integer.toString(bytes("/", "").length));
		assertThat(head.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("'nonce-");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH" })
	void rejectOtherMethods(String method) {
		HttpResponse<String> response = this.api.send(
				HttpRequest.newBuilder(this.api.uri("/")).method(method, HttpRequest.BodyPublishers.noBody()).build());

		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow"))
			.hasValueSatisfying((allow) -> assertThat(allow.split(", ?")).containsExactlyInAnyOrder("GET", "HEAD"));
	}

	@Test
	void loadOnlyFilesThatExist() {
		assertThat(assets()).hasSizeGreaterThan(2).allSatisfy((asset) -> {
			HttpResponse<String> file = get(asset);

			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(file.headers().allValues("Cache-Control"))
				.containsExactly("max-age=31536000, public, immutable");
			assertThat(file.headers().allValues("Vary")).containsExactly("Accept-Encoding");
			assertThat(file.headers().firstValue("Content-Type")).hasValue(contentType(asset));
			assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			br                 | br
			gzip, deflate, br  | br
			gzip               | gzip
			gzip, zstd         | gzip
			GZIP;q=0.5,BR;q=0.1| br
			br;q=0, gzip;q=1.0 | gzip
			br ; q=0.000, x    |
			deflate            |
			identity           |
			''                 |
			""")
	void loadFilesThatAreCompressedByTheBuild(String accepted, String encoding) throws IOException {
		String script = assets().stream().filter((asset) -> asset.endsWith(".js")).findFirst().orElseThrow();
		String file = "client" + script + ("br".equals(encoding) ? ".br" : "gzip".equals(encoding) ? ".gz" : "");

		HttpResponse<byte[]> response = binary(script, accepted);

		assertThat(response.headers().firstValue("Content-Encoding")).isEqualTo(Optional.ofNullable(encoding));
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/javascript");
		assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding");
		assertThat(response.body()).isEqualTo(new ClassPathResource(file).getContentAsByteArray());
	}

	@Test
	void loadFilesAgainOnlyIfTheyAreNewer() {
		String script = assets().getFirst();
		String modified = get(script).headers().firstValue("Last-Modified").orElseThrow();

		HttpResponse<String> again = get(script, "If-Modified-Since", modified);

		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
		assertThat(again.headers().allValues("Vary")).containsExactly("Accept-Encoding");
		assertThat(get(script, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT").statusCode()).isEqualTo(200);
	}

	@Test
	void areNeverCachedEvenIfTheRequestIsConditional() {
		assertThat(get("/", "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match", "*").statusCode())
			.isEqualTo(200);
	}

	@Test
	void repeatNoHostOfTheRequest() throws IOException {
		assertThat(exchange("GET", "/")).startsWith("HTTP/1.1 200").doesNotContain("evil");
	}

	@Test
	void leaveTheEndpointToGraphiQl() {
		HttpResponse<String> endpoint = get("/graphql", "Accept", "text/html");

		assertThat(endpoint.statusCode()).isEqualTo(302);
		assertThat(endpoint.headers().firstValue("Location")).hasValue("/graphiql");
	}

	private List<String> assets() {
		return ASSET.matcher(get("/").body()).results().map((result) -> result.group(1)).toList();
	}

	private HttpResponse<String> get(String path, String... headers) {
		return this.api.visitor().get(path, headers);
	}

	private byte[] bytes(String path, String encoding) {
		return binary(path, encoding).body();
	}

	private HttpResponse<byte[]> binary(String path, String encoding) {
		HttpRequest request = HttpRequest.newBuilder(this.api.uri(path)).header("Accept-Encoding", encoding).build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
		}
	}

	/// Java's HTTP client changes paths, and allows no `Host` header.
	private String exchange(String method, String path) throws IOException {
		try (Socket socket = new Socket("localhost", this.api.uri("/").getPort())) {
			OutputStream out = socket.getOutputStream();
			out.write("%s %s HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".formatted(method, path)
				.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String nonce(HttpResponse<String> page) {
		return NONCE.matcher(page.body())
			.results()
			.map((MatchResult result) -> result.group(1))
			.findAny()
			.orElseThrow();
	}

	private static String contentType(String asset) {
		return switch (asset.substring(asset.lastIndexOf('.') + 1)) {
			case "js" -> "text/javascript";
			case "css" -> "text/css";
			case "svg" -> "image/svg+xml";
			default -> "unknown";
		};
	}

}
