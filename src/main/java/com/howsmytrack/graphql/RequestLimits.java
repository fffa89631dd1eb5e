package com.howsmytrack.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import graphql.GraphQLError;
import graphql.parser.ParserOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The limits of the parser and of lists in variables.
@Component
class RequestLimits {

	private final ParserOptions parserOptions;

	private final int listItems;

	RequestLimits(DocumentSettings settings) {
		this.parserOptions = parserOptions(settings);
		this.listItems = settings.listItems();
	}

	static ParserOptions parserOptions(DocumentSettings settings) {
		return ParserOptions.getDefaultOperationParserOptions()
			.transform((options) -> options.maxCharacters(settings.characters()).maxTokens(settings.tokens()));
	}

	/// Belongs in the context of each operation.
	ParserOptions parserOptions() {
		return this.parserOptions;
	}

	/// Empty if the variables are within the limits.
	Optional<GraphQLError> error(@Nullable Map<String, @Nullable Object> variables) {
		return hasLongList(variables)
				? Optional
					.of(DocumentLimits.limitExceeded("A list can have at most %d items.".formatted(this.listItems)))
				: Optional.empty();
	}

	private boolean hasLongList(@Nullable Object value) {
		return switch (value) {
			case Map<?, ?> map -> map.values().stream().anyMatch(this::hasLongList);
			case Collection<?> list -> list.size() > this.listItems || list.stream().anyMatch(this::hasLongList);
			case null, default -> false;
		};
	}

}
