package com.howsmytrack.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import graphql.ParseAndValidate;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.ValidationError;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Validates the example tabs of GraphiQL against the schema, because no other test executes them.
class TourTests {

	private final GraphQLSchema schema;

	private final List<String> tabs;

	TourTests() throws IOException {
		this.schema = UnExecutableSchemaGenerator
			.makeUnExecutableSchema(new SchemaParser().parse(Files.readString(Path.of("src/docs/schema.graphql"))));
		this.tabs = Pattern.compile("`([^`]+)`")
			.matcher(new ClassPathResource("graphiql-tour/tour.js").getContentAsString(UTF_8))
			.results()
			.map((tab) -> tab.group(1))
			.toList();
	}

	@Test
	void hasNineTabs() {
		assertThat(this.tabs).hasSize(9);
	}

	@Test
	void isValidAgainstTheSchema() {
		assertThat(this.tabs).allSatisfy((tab) -> assertThat(errorsOf(tab)).isEmpty());
	}

	private List<ValidationError> errorsOf(String tab) {
		return ParseAndValidate.validate(this.schema, new Parser().parseDocument(tab));
	}

}
