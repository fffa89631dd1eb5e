package com.howsmytrack.graphql;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/// Which operations a transport carries, by the operation that is executed and not by the others of the document.
class TransportCheckTests {

	private static final String ALL = "query Read { a } mutation Write { a } subscription Follow { a }";

	private final GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(
			new SchemaParser().parse("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }"),
			RuntimeWiring.newRuntimeWiring()
				.type("Subscription", (type) -> type.dataFetcher("a", (_) -> Flux.just(Map.of("a", 1))))
				.build()))
		.preparsedDocumentProvider(new TransportCheck(new DocumentCache()))
		.build();

	@ParameterizedTest
	@CsvSource({ "REQUEST, Read, true", "REQUEST, Write, true", "REQUEST, Follow, false", "STREAM, Read, false",
			"STREAM, Write, false", "STREAM, Follow, true" })
	void carriesTheOperation(Transport transport, String operation, boolean carried) {
		List<GraphQLError> errors = errors(transport, ALL, operation);

		if (carried) {
			assertThat(errors).isEmpty();
		}
		else {
			assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(Objects.requireNonNull(error.getExtensions()).get("code"))
					.isEqualTo((transport == Transport.REQUEST) ? "SUBSCRIPTION_NEEDS_STREAM" : "ONLY_SUBSCRIPTIONS"));
		}
	}

	@Test
	void rejectsAnOperationWhoseDocumentIsCached() {
		errors(Transport.REQUEST, ALL, "Read");

		assertThat(errors(Transport.STREAM, ALL, "Read")).hasSize(1);
		assertThat(errors(Transport.REQUEST, ALL, "Read")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "{, ", "query Read { a }, Unknown", "{ unknown }, " })
	void leavesOtherErrorsToTheExecution(String document, String operation) {
		assertThat(errors(Transport.STREAM, document, operation)).singleElement()
			.satisfies((error) -> assertThat(error.getExtensions()).isNotEqualTo(Map.of("code", "ONLY_SUBSCRIPTIONS")));
	}

	private List<GraphQLError> errors(Transport transport, String document, String operation) {
		return this.graphQl
			.execute(ExecutionInput.newExecutionInput(document)
				.operationName(operation)
				.graphQLContext(Map.of(Transport.class, transport))
				.build())
			.getErrors();
	}

}
