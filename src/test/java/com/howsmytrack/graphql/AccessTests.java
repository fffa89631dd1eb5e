package com.howsmytrack.graphql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Sends every operation as a caller without access to it.
@WholeApplication
class AccessTests {

	@Autowired
	private GraphQlSource graphQl;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@TestFactory
	Stream<DynamicTest> aVisitorGetsTheAnswersOfTheContract() {
		return operations(List.of("MEMBER", "OPERATOR"))
			.map((operation) -> DynamicTest.dynamicTest(operation.field().getName(), () -> {
				Answer answer = this.api.visitor().run(operation.document());

				if (operation.isMutation()) {
					answer.hasNoErrors().with(operation.field().getName() + ".error", "Not logged in.");
					answer.with(operation.field().getName() + ".success", false);
					answer.with(operation.field().getName() + ".userErrors[0].code", "NOT_LOGGED_IN");
				}
				else if (operation.access().equals("OPERATOR")) {
					assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo("UNAUTHORIZED");
					assertThat(answer.errorMessages()).containsExactly("Not logged in.");
				}
				else {
					answer.hasNoErrors().with(operation.field().getName(), operation.isList() ? List.of() : null);
				}
			}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "createFeedbackRequest(mediaUrl: \"x\")",
			"editFeedbackRequest(feedbackRequestId: 1, mediaUrl: \"x\")" })
	void aVisitorIsNotToldThatTheUrlIsInvalid(String mutation) {
		this.api.visitor()
			.run("mutation { request: %s { error invalidMediaUrl } }".formatted(mutation))
			.hasNoErrors()
			.with("request.error", "Not logged in.")
			.with("request.invalidMediaUrl", false);
	}

	@TestFactory
	Stream<DynamicTest> aMemberCannotExecuteOperationsOfOperators() {
		return operations(List.of("OPERATOR"))
			.map((operation) -> DynamicTest.dynamicTest(operation.field().getName(), () -> {
				Browser ada = this.api.member("ada-" + operation.field().getName());
				Answer answer = ada.run(operation.document());

				if (operation.isMutation()) {
					answer.hasNoErrors().with(operation.field().getName() + ".success", false);
					answer.with(operation.field().getName() + ".userErrors[0].code", "NOT_PERMITTED");
				}
				else {
					assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo("FORBIDDEN");
				}
				assertThat(this.database.count("job_run")).isZero();
				assertThat(this.database.count("audit_log")).isZero();
			}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Query", "Mutation", "Subscription" })
	void anOperationWithoutAccessDirectiveStopsTheStart(String parent) {
		String schema = "directive @access(to: String!) on FIELD_DEFINITION type Query { known: Int @access(to: \"ANYONE\") }"
				+ " type Mutation { known: Int @access(to: \"ANYONE\") }"
				+ " type Subscription { known: Int @access(to: \"ANYONE\") } extend type " + parent
				+ " { open: String }";
		AccessDirective directive = new AccessDirective(new Visitor(), (_, _) -> {
		});
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring().directiveWiring(directive).build();

		assertThatThrownBy(() -> new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(schema), wiring))
			.hasStackTraceContaining("The schema must say with @access who may call " + parent + ".open");
	}

	@Test
	void aSubscriptionForOperatorsStopsTheStart() {
		String schema = """
				directive @access(to: String!) on FIELD_DEFINITION
				type Query { known: Int @access(to: "ANYONE") }
				type Subscription { jobs: Int @access(to: "OPERATOR") }""";
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
			.directiveWiring(new AccessDirective(new Visitor(), (_, _) -> {
			}))
			.build();

		assertThatThrownBy(() -> new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(schema), wiring))
			.hasStackTraceContaining("The subscription jobs cannot be for operators");
	}

	private Stream<Operation> operations(List<String> access) {
		return Stream
			.of(this.graphQl.schema().getQueryType(), Objects.requireNonNull(this.graphQl.schema().getMutationType()))
			.flatMap((type) -> type.getFieldDefinitions().stream().map((field) -> new Operation(type.getName(), field)))
			.filter((operation) -> access.contains(operation.access()));
	}

	private record Operation(String parent, GraphQLFieldDefinition field) {

		private static final Map<String, String> VALUES = Map.of("Int", "1", "String", "\"x\"", "Boolean", "true", "ID",
				"\"1\"", "Date", "\"2026-03-01\"");

		boolean isMutation() {
			return this.parent.equals("Mutation");
		}

		boolean isList() {
			return GraphQLTypeUtil.unwrapNonNull(this.field.getType()) instanceof GraphQLList;
		}

		String access() {
			return Objects
				.requireNonNull(this.field.getAppliedDirective("access").getArgument("to").<String>getValue());
		}

		String document() {
			String arguments = this.field.getArguments()
				.stream()
				.map((argument) -> argument.getName() + ": " + value(argument))
				.collect(Collectors.joining(", "));
			String given = arguments.isEmpty() ? "" : "(" + arguments + ")";
			return "%s { %s%s %s }".formatted(isMutation() ? "mutation" : "query", this.field.getName(), given,
					selection());
		}

		private String value(GraphQLArgument argument) {
			GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(argument.getType());
			String value = (type instanceof GraphQLEnumType values) ? values.getValues().getFirst().getName()
					: VALUES.get(type.getName());
			boolean list = GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLList;
			return list ? "[" + value + "]" : Objects.requireNonNull(value);
		}

		private String selection() {
			if (GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(this.field.getType()))) {
				return "";
			}
			boolean payload = GraphQLTypeUtil.unwrapAll(this.field.getType()) instanceof GraphQLImplementingType type
					&& !type.getInterfaces().isEmpty();
			return payload ? "{ success error userErrors { code message argument } }"
					: "{ %s }".formatted(Introspection.TypeNameMetaFieldDef.getName());
		}

	}

	/// Not used: the schema is never executed.
	private static final class Visitor implements AccessCheck {

		@Override
		public boolean isMember() {
			return false;
		}

		@Override
		public Optional<Long> operator() {
			return Optional.empty();
		}

	}

}
