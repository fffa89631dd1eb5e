package com.howsmytrack.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

class SelectedFieldsTests {

	private final List<SelectedFields> selected = new ArrayList<>();

	private void run(String document) {
		Document parsed = Parser.parse(document);
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
			.type("Query", (query) -> query.dataFetcher("group", (environment) -> {
				this.selected.add(SelectedFields.of(environment));
				return null;
			}))
			.build();
		GraphQL graphQl = GraphQL
			.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(
					"type Query { group: Group } type Group { name: String forms: [Form] } type Form { replies: Int }"),
					wiring))
			.preparsedDocumentProvider((_, _) -> completedFuture(new PreparsedDocumentEntry(parsed)))
			.build();
		for (int time = 1; time <= 2; time++) {
			assertThat(graphQl.execute(ExecutionInput.newExecutionInput(document).variables(Map.of("no", false)))
				.getErrors()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ group { forms { replies } } }", "{ group { forms { count: replies } } }",
			"{ group { ... on Group { forms { replies } } } }",
			"{ group { ...a } } fragment a on Group { forms { ...b } } " + "fragment b on Form { replies }",
			"{ group { forms { __typename } } group { forms { replies } } }",
			"query($no: Boolean!) { group { forms @include(if: $no) { replies } } }" })
	void areFoundInAllFormsOfSelections(String document) {
		run(document);

		assertThat(this.selected).hasSize(2)
			.allSatisfy((fields) -> assertThat(fields.containAnyOf("name", "forms/replies")).isTrue())
			.allSatisfy((fields) -> assertThat(fields.containAnyOf("forms")).isTrue())
			.allSatisfy((fields) -> assertThat(fields.containAnyOf("name", "replies", "forms/name")).isFalse());
	}

	@Test
	void areComputedOnceForADocument() {
		run("{ group { name } }");

		assertThat(this.selected.getFirst()).isSameAs(this.selected.getLast());
	}

}
