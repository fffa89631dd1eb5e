package com.howsmytrack.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.howsmytrack.testing.SchemaInspection;
import com.howsmytrack.testing.WholeApplication;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaPrinter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class SchemaTests {

	/// `./mvnw test -Dtest=SchemaTests -Dschema.write` writes it again.
	private static final Path PUBLISHED = Path.of("src/docs/schema.graphql");

	@Autowired
	private GraphQlSource graphQl;

	@Autowired
	private SchemaInspection inspection;

	@Test
	void isPublishedAsItIsExecuted() throws IOException {
		if (System.getProperty("schema.write") != null) {
			Files.writeString(PUBLISHED, printed());
		}

		assertThat(Files.readString(PUBLISHED)).isEqualTo(printed());
	}

	@Test
	void keepsWhatTheCurrentClientUses() throws IOException {
		String contract = new ClassPathResource("contract.graphqls").getContentAsString(UTF_8);

		assertThat(breakages(contract, printed())).isEmpty();
	}

	/// Shows that the check above can fail.
	@Test
	void detectsChangesThatBreakTheCurrentClient() throws IOException {
		String contract = new ClassPathResource("contract.graphqls").getContentAsString(UTF_8);

		assertThat(breakages(contract, printed().replace("unreadReplies", "newReplies"))).isNotEmpty();
		assertThat(breakages(contract, printed().replace("feedbackGroupId: Int!", "feedbackGroupId: ID!")))
			.isNotEmpty();
		assertThat(breakages(contract, printed().replace("rating: Float", "rating: Int"))).isNotEmpty();
	}

	@Test
	void hasADataFetcherOfTheSameNullnessForEveryField() {
		SchemaReport report = this.inspection.report();

		assertThat(report.unmappedFields()).isEmpty();
		assertThat(report.unmappedRegistrations()).isEmpty();
		assertThat(report.unmappedArguments()).isEmpty();
		assertThat(report.fieldNullnessErrors()).isEmpty();
		assertThat(report.argumentNullnessErrors()).isEmpty();
	}

	@Test
	void describesAllItsElements() {
		List<String> undescribed = new SchemaDescriptions(this.graphQl.schema()).missing();

		assertThat(undescribed).isEmpty();
	}

	@Test
	void namesItsEnumValuesInCapitals() {
		List<String> values = this.graphQl.schema()
			.getAllTypesAsList()
			.stream()
			.filter((type) -> !type.getName().startsWith("__"))
			.filter(GraphQLEnumType.class::isInstance)
			.flatMap((type) -> ((GraphQLEnumType) type).getValues().stream())
			.map(GraphQLNamedSchemaElement::getName)
			.toList();

		assertThat(values).isNotEmpty().allMatch((value) -> value.equals(value.toUpperCase(Locale.ROOT)));
	}

	private String printed() {
		GraphQLSchema schema = this.graphQl.schema();
		return new SchemaPrinter(
				SchemaPrinter.Options.defaultOptions()
					.includeSchemaDefinition(false)
					.includeDirectives((name) -> List
						.of(AccessDirective.NAME, AuditReadDirective.NAME, DocumentLimits.ONCE, "deprecated")
						.contains(name))
					.includeScalarTypes(true))
			.print(schema);
	}

	private static List<DiffEvent> breakages(String contract, String running) {
		CapturingReporter reporter = new CapturingReporter();
		new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(contract, running), reporter);
		return reporter.getBreakages();
	}

}
