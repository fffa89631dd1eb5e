package com.howsmytrack.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// What modules can add by the means of Spring for GraphQL, through the real endpoint: fields that are loaded in batches,
/// and interceptors. And which operations the endpoint does not carry.
@WholeApplication
@Import(SpringExtensionsTests.Extensions.class)
@TestPropertySource(properties = "spring.graphql.schema.locations=classpath:graphql/**/,classpath:spring-extensions/")
class SpringExtensionsTests {

	@Autowired
	private Api api;

	@Autowired
	private Albums albums;

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
	void aSubscriptionIsRejectedByTheEndpointForRequests() {
		Answer answer = this.api.member("ada").run("subscription { countdown(from: 3) }");

		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("SUBSCRIPTION_NEEDS_STREAM");
		assertThat(answer.errorMessages()).singleElement()
			.asString()
			.contains("graphql-transport-ws", "text/event-stream");
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
			return Flux.range(0, from).map((step) -> from - step);
		}

	}

}
