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

/// The tabs that GraphiQL opens with. Nobody who changes the schema would think of them.
class TourTests {

	private final GraphQLSchema schema;

	private final List<String> stops;

	TourTests() throws IOException {
		this.schema = UnExecutableSchemaGenerator
			.makeUnExecutableSchema(new SchemaParser().parse(Files.readString(Path.of("src/docs/schema.graphql"))));
		this.stops = Pattern.compile("`([^`]+)`")
			.matcher(new ClassPathResource("graphiql-tour/tour.js").getContentAsString(UTF_8))
			.results()
			.map((stop) -> stop.group(1))
			.toList();
	}

	@Test
	void hasNineStops() {
		assertThat(this.stops).hasSize(9);
	}

	@Test
	void asksOnlyForWhatTheSchemaHas() {
		assertThat(this.stops).allSatisfy((stop) -> assertThat(errorsOf(stop)).isEmpty());
	}

	private List<ValidationError> errorsOf(String stop) {
		return ParseAndValidate.validate(this.schema, new Parser().parseDocument(stop));
	}

}
