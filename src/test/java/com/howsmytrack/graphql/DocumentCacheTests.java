package com.howsmytrack.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentCacheTests {

	private final DocumentCache cache = new DocumentCache();

	private final List<String> parsed = new ArrayList<>();

	private PreparsedDocumentEntry ask(String document, Function<String, PreparsedDocumentEntry> parser) {
		ExecutionInput input = ExecutionInput.newExecutionInput(document).build();
		return this.cache.getDocumentAsync(input, (asked) -> {
			this.parsed.add(asked.getQuery());
			return parser.apply(asked.getQuery());
		}).join();
	}

	private static PreparsedDocumentEntry good(String document) {
		Document parsed = Parser.parse(document);
		return new PreparsedDocumentEntry(parsed);
	}

	private static PreparsedDocumentEntry bad(String document) {
		return new PreparsedDocumentEntry(GraphqlErrorBuilder.newError().message(document).build());
	}

	@Test
	void parsesADocumentOnce() {
		PreparsedDocumentEntry first = ask("{ a }", DocumentCacheTests::good);

		assertThat(ask("{ a }", DocumentCacheTests::good)).isSameAs(first);
		ask("{ b }", DocumentCacheTests::good);
		assertThat(this.parsed).containsExactly("{ a }", "{ b }");
	}

	@Test
	void doesNotCacheInvalidDocuments() {
		ask("{ wrong }", DocumentCacheTests::bad);
		ask("{ wrong }", DocumentCacheTests::bad);

		assertThat(this.parsed).hasSize(2);
	}

}
