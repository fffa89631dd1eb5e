package com.howsmytrack.graphql;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import graphql.ExecutionResult;
import graphql.parser.ParserOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;

/// Gives the parser its limits and each document its time, and refuses variables with lists that nobody needs.
@Component
class RequestLimits implements WebGraphQlInterceptor {

	private final ParserOptions parserOptions;

	private final int listItems;

	RequestLimits(DocumentSettings settings) {
		this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
			.transform((options) -> options.maxCharacters(settings.characters()).maxTokens(settings.tokens()));
		this.listItems = settings.listItems();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (hasLongList(request.getVariables())) {
			return Mono.just(tooLong(request));
		}
		Map<Object, Object> options = Map.of(ParserOptions.class, this.parserOptions);
		Map<Object, Object> time = TimeLimit.beginningNow();
		request.configureExecutionInput((_, builder) -> builder.graphQLContext(options).graphQLContext(time).build());
		return chain.next(request);
	}

	private boolean hasLongList(@Nullable Object value) {
		return switch (value) {
			case Map<?, ?> map -> map.values().stream().anyMatch(this::hasLongList);
			case Collection<?> list -> list.size() > this.listItems || list.stream().anyMatch(this::hasLongList);
			case null, default -> false;
		};
	}

	private WebGraphQlResponse tooLong(WebGraphQlRequest request) {
		ExecutionResult refused = ExecutionResult.newExecutionResult()
			.errors(List
				.of(DocumentLimits.limitExceeded("A list can have at most %d items.".formatted(this.listItems))))
			.build();
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), refused));
	}

}
