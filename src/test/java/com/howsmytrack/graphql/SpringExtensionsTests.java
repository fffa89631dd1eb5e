package com.howsmytrack.graphql;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.RequestIds;
import graphql.ExecutionResult;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/// What modules can add by the means of Spring for GraphQL, through the real endpoint: fields that are loaded in batches,
/// and interceptors. And the errors of subscriptions.
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
@Import(SpringExtensionsTests.Extensions.class)
@TestPropertySource(properties = "spring.graphql.schema.locations=classpath:graphql/**/,classpath:spring-extensions/")
class SpringExtensionsTests {

	@Autowired
	private Api api;

	@Autowired
	private Albums albums;

	@Autowired
	private WebGraphQlHandler operations;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void forget() {
		this.albums.batches.clear();
	}

	@Test
	void aFieldIsLoadedForAllObjectsAtOnce() {
		Answer answer = this.api.visitor().run("{ albums { title artist } }");

		answer.hasNoErrors().with("albums[0].artist", "Artist of A").with("albums[1].artist", "Artist of B");
		assertThat(this.albums.batches).containsExactly(List.of("A", "B"));
	}

	@Test
	void anInterceptorAddsAHeaderToTheResponse() {
		Answer answer = this.api.visitor().run("{ albums { title } }");

		assertThat(answer.response().headers().firstValue("X-Interceptor")).hasValue("albums");
	}

	@Test
	void anInterceptorReadsTheHeadersOfTheRequest() {
		Answer answer = this.api.visitor().run("{ albums { title } }");

		assertThat(answer.response().headers().firstValue("X-Request-Type")).hasValue("application/json");
	}

	@Test
	void anErrorHasTheSameDetailsAsWithoutInterceptors() {
		Answer answer = this.api.visitor().run("{ nothing }");

		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
		assertThat(answer.<String>error("[0].extensions.requestId"))
			.isEqualTo(answer.response().headers().firstValue("X-Request-Id").orElseThrow());
	}

	@Test
	void aMemberCanSignInAsWithoutInterceptors() {
		this.api.member("ada").run("{ userDetails { username } }").with("userDetails.username", "ada@example.com");
	}

	@Test
	void aSubscriptionIsRejectedByTheEndpointForRequests() {
		Answer answer = this.api.member("ada").run("subscription { countdown(from: 3) }");

		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("SUBSCRIPTION_NEEDS_STREAM");
		assertThat(answer.errorMessages()).singleElement()
			.asString()
			.contains("graphql-transport-ws", "text/event-stream");
	}

	@Test
	void aFailedSubscriptionIsLoggedAndReportedUnderItsRequestId(CapturedOutput log) {
		Publisher<ExecutionResult> events = RequestIds.callAs("request-1",
				() -> Objects
					.requireNonNull(this.operations.handleRequest(subscription("{ countdown(from: -1) }")).block())
					.getData());

		assertThatExceptionOfType(SubscriptionPublisherException.class)
			.isThrownBy(() -> Flux.from(events).collectList().block())
			.satisfies((end) -> assertThat(end.getErrors()).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsOnly(entry("code", "INTERNAL_ERROR"),
						entry("requestId", "request-1")))
				.satisfies((error) -> assertThat(error.getMessage()).doesNotContain("below zero")));
		assertThat(log.getAll().lines()).filteredOn((line) -> line.contains("A subscription failed"))
			.singleElement()
			.asString()
			.contains("[request-1]");
		assertThat(this.meters.counter("howsmytrack.events.failed", "outcome", "error").count()).isPositive();
	}

	private static WebGraphQlRequest subscription(String selection) {
		return new WebGraphQlRequest(URI.create("/graphql"), HttpHeaders.EMPTY, null, null,
				Transport.STREAM.attributes(new NetworkAddress("192.0.2.1")),
				new DefaultGraphQlRequest("subscription " + selection), "1", Locale.ENGLISH);
	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import(Albums.class)
	static class Extensions {

		@Bean
		WebGraphQlInterceptor headers() {
			return (request, chain) -> chain.next(request).doOnNext((response) -> {
				response.getResponseHeaders().add("X-Interceptor", "albums");
				response.getResponseHeaders()
					.add("X-Request-Type", String.valueOf(request.getHeaders().getContentType()));
			});
		}

	}

	record Album(String title) {
	}

	@Controller
	static class Albums {

		private final List<List<String>> batches = new ArrayList<>();

		@QueryMapping
		List<Album> albums() {
			return List.of(new Album("A"), new Album("B"));
		}

		@BatchMapping
		Map<Album, String> artist(List<Album> albums) {
			this.batches.add(albums.stream().map(Album::title).toList());
			return albums.stream().collect(Collectors.toMap((album) -> album, (album) -> "Artist of " + album.title()));
		}

		@SubscriptionMapping
		Flux<Integer> countdown(@Argument int from) {
			return (from < 0) ? Flux.error(new IllegalArgumentException("below zero"))
					: Flux.range(0, from).map((step) -> from - step);
		}

	}

}
