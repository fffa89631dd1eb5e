package com.howsmytrack.graphql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.testing.SchemaFiles;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Each field of the admin API that could contain a text of a member, or identify its author, states in the schema whether
/// reading it is recorded.
class AuditReadTests {

	private static final Set<String> TEXTS = Set.of("String", "JSON");

	private static final Pattern AUTHORS = Pattern.compile("(writer|owner|author).*");

	/// Shared types, in which only the service writes texts.
	private static final Pattern SHARED = Pattern.compile("PageInfo|UserError|.+Edge");

	/// The message of a payload.
	private static final String ERROR = "error";

	private static List<String> undeclared(GraphQLSchema schema) {
		return types(schema).stream()
			.filter((type) -> !SHARED.matcher(type.getName()).matches())
			.flatMap((type) -> type.getFieldDefinitions()
				.stream()
				.filter((field) -> !field.getName().equals(ERROR))
				.filter(AuditReadTests::canIdentify)
				.filter((field) -> !isDeclared(field))
				.map((field) -> type.getName() + "." + field.getName()))
			.toList();
	}

	private static boolean canIdentify(GraphQLFieldDefinition field) {
		return TEXTS.contains(GraphQLTypeUtil.unwrapAll(field.getType()).getName())
				|| AUTHORS.matcher(field.getName()).matches();
	}

	private static boolean isDeclared(GraphQLFieldDefinition field) {
		GraphQLAppliedDirective unaudited = field.getAppliedDirective("unaudited");
		return (unaudited == null) ? field.hasAppliedDirective(AuditReadDirective.NAME)
				: !field.hasAppliedDirective(AuditReadDirective.NAME)
						&& !Objects.requireNonNull(unaudited.getArgument("because").<String>getValue()).isBlank();
	}

	/// The types of the results of operators' operations, and the types of their fields.
	private static Set<GraphQLObjectType> types(GraphQLSchema schema) {
		Deque<GraphQLFieldDefinition> fields = new ArrayDeque<>(
				Stream.of(schema.getQueryType(), Objects.requireNonNull(schema.getMutationType()))
					.flatMap((type) -> type.getFieldDefinitions().stream())
					.filter(AuditReadTests::isForOperators)
					.toList());
		Set<GraphQLObjectType> types = new LinkedHashSet<>();
		while (!fields.isEmpty()) {
			if (GraphQLTypeUtil.unwrapAll(fields.pop().getType()) instanceof GraphQLObjectType type
					&& types.add(type)) {
				fields.addAll(type.getFieldDefinitions());
			}
		}
		return types;
	}

	private static boolean isForOperators(GraphQLFieldDefinition operation) {
		return "OPERATOR".equals(operation.getAppliedDirective("access").getArgument("to").<String>getValue());
	}

	@Test
	void textsAndAuthorsInTheAdminApiAreDeclared() {
		GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(SchemaFiles.read());

		assertThat(types(schema)).extracting(GraphQLObjectType::getName).contains("ResponseRecord", "JobRun");
		assertThat(undeclared(schema)).isEmpty();
	}

	/// With such a filter, the ids of the results identify what the author wrote.
	@Test
	void filtersByAuthorInTheAdminApiAreRecorded() {
		GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(SchemaFiles.read());

		assertThat(schema.getQueryType().getFieldDefinitions()).filteredOn(AuditReadTests::isForOperators)
			.flatExtracting(GraphQLFieldDefinition::getArguments)
			.filteredOn((argument) -> argument.getName().startsWith("writer"))
			.isNotEmpty()
			.allMatch((argument) -> argument.hasAppliedDirective(AuditReadDirective.NAME));
	}

	/// The ids of the results tell which texts contain the text of the search.
	@Test
	void searchesInTextsInTheAdminApiAreRecorded() {
		GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(SchemaFiles.read());

		assertThat(schema.getQueryType().getFieldDefinitions()).filteredOn(AuditReadTests::isForOperators)
			.flatExtracting(GraphQLFieldDefinition::getArguments)
			.filteredOn((argument) -> argument.getName().equals("text"))
			.hasSize(3)
			.allMatch((argument) -> argument.hasAppliedDirective(AuditReadDirective.NAME));
	}

	/// Shows that [#textsAndAuthorsInTheAdminApiAreDeclared] can fail.
	@Test
	void findsFieldsWithoutADeclaration() {
		GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
				enum Access { MEMBER OPERATOR }
				directive @access(to: Access!) on FIELD_DEFINITION
				directive @auditRead on FIELD_DEFINITION
				directive @unaudited(because: String!) on FIELD_DEFINITION
				type Query { notes: [Note!] @access(to: OPERATOR) mine: Own @access(to: MEMBER) }
				type Mutation { change: String @access(to: MEMBER) }
				type Own { text: String }
				type Note { id: ID! text: String! words: [String!] writerId: ID data: Data
					good: String @auditRead name: String @unaudited(because: "A name.") }
				type Data { title: String count: Int empty: String @unaudited(because: " ")
					both: String @auditRead @unaudited(because: "A name.") }"""));

		assertThat(undeclared(schema)).containsExactly("Note.text", "Note.words", "Note.writerId", "Data.title",
				"Data.empty", "Data.both");
	}

}
