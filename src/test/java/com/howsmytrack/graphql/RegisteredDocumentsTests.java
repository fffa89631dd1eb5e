package com.howsmytrack.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/// The files in `graphql/documents/`.
class RegisteredDocumentsTests {

	/// The manifest for Apollo's tools. `./mvnw test -Dtest=RegisteredDocumentsTests
	/// -Dschema.write` writes it again.
	private static final Path PUBLISHED = Path.of("src/docs/documents.json");

	private static final DocumentSettings WIDE_LIMITS = new DocumentSettings(100_000, 5_000, 20, 20, 500, 60, 50, 50,
			1_000, Duration.ofSeconds(1), Duration.ofSeconds(1));

	private static final DocumentSettings NARROW_LIMITS = new DocumentSettings(1_000, 200, 5, 2, 40, 5, 5, 5, 5,
			Duration.ofSeconds(1), Duration.ofSeconds(1));

	private final GraphQLSchema schema;

	private final List<Resource> files;

	RegisteredDocumentsTests() throws IOException {
		this.schema = UnExecutableSchemaGenerator
			.makeUnExecutableSchema(new SchemaParser().parse(Files.readString(Path.of("src/docs/schema.graphql"))));
		this.files = Stream.of(new PathMatchingResourcePatternResolver().getResources(RegisteredDocuments.LOCATION))
			.sorted(Comparator.comparing(Resource::getFilename))
			.toList();
	}

	@Test
	void areRegisteredByTheHashOfAllTheirBytes() throws IOException {
		RegisteredDocuments registered = registered(this.files, WIDE_LIMITS);

		assertThat(this.files).isNotEmpty();
		for (Resource file : this.files) {
			String text = file.getContentAsString(UTF_8);
			assertThat(registered.find(RegisteredDocuments.hash(text))).as(file.getFilename()).contains(text);
			assertThat(registered.contain(text)).isTrue();
			assertThat(registered.contain(text + "\n")).isFalse();
		}
	}

	@Test
	void areHashedLikeInOtherImplementations() {
		assertThat(RegisteredDocuments.hash("query($id:ID!){user(id:$id){name}}"))
			.isEqualTo("71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b");
	}

	/// `UserDetails-2.graphql` is a second text of the operation `UserDetails`.
	@Test
	void haveOneOperationThatGivesTheFileItsName() {
		assertThat(this.files).allSatisfy((file) -> assertThat(file.getFilename())
			.matches(operation(file).getName() + "(-[A-Za-z0-9-]+)?\\.graphql"));
	}

	/// A server that allows only registered documents offers every operation.
	@Test
	void coverEveryOperationOfTheSchema() {
		List<String> fields = this.files.stream()
			.flatMap((file) -> operation(file).getSelectionSet().getSelectionsOfType(Field.class).stream())
			.map(Field::getName)
			.toList();

		assertThat(fields).containsAll(Stream
			.of(this.schema.getQueryType(), Objects.requireNonNull(this.schema.getMutationType()),
					Objects.requireNonNull(this.schema.getSubscriptionType()))
			.map(GraphQLObjectType::getFieldDefinitions)
			.flatMap(List::stream)
			.map(GraphQLFieldDefinition::getName)
			.toList());
	}

	@Test
	void arePublishedWithTheirHashes() throws IOException {
		if (System.getProperty("schema.write") != null) {
			Files.writeString(PUBLISHED, manifest());
		}

		assertThat(Files.readString(PUBLISHED)).isEqualTo(manifest());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			query Broken {                                        | Invalid syntax
			query Unknown { nothing }                             | nothing
			{ userDetails { username } mediaInfo { mediaUrl } }   | mediaUrl
			{ a: __typename b: __typename c: __typename }         | at most 2 root fields
			""")
	void stopTheStartIfOneIsInvalid(String text, String why) {
		assertThatIllegalStateException().isThrownBy(() -> registered(List.of(file(text)), NARROW_LIMITS))
			.withMessageContainingAll("The registered document", "Wrong.graphql", why);
	}

	@Test
	void stopTheStartIfOneIsTooLong() {
		assertThatIllegalStateException()
			.isThrownBy(() -> registered(List.of(file("{ __typename } #" + "x".repeat(1_000))), NARROW_LIMITS))
			.withMessageContaining("1,000");
	}

	private RegisteredDocuments registered(List<Resource> documents, DocumentSettings settings) {
		return new RegisteredDocuments(documents.stream().map(RegisteredDocument::of).toList(), this.schema,
				new DocumentLimits(settings), settings);
	}

	private static Resource file(String text) {
		return new ByteArrayResource(text.getBytes(UTF_8), "Wrong.graphql");
	}

	private static OperationDefinition operation(Resource file) {
		try {
			Document document = Parser.parse(file.getContentAsString(UTF_8));
			assertThat(document.getDefinitions()).hasSize(1);
			return document.getDefinitionsOfType(OperationDefinition.class).getFirst();
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private String manifest() throws IOException {
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("format", "apollo-persisted-query-manifest");
		manifest.put("version", 1);
		manifest.put("operations", this.files.stream().map(RegisteredDocumentsTests::entry).toList());
		return json.writeValueAsString(manifest).replace("\r\n", "\n") + "\n";
	}

	private static Map<String, String> entry(Resource file) {
		try {
			String text = file.getContentAsString(UTF_8);
			OperationDefinition operation = operation(file);
			Map<String, String> entry = new LinkedHashMap<>();
			entry.put("id", RegisteredDocuments.hash(text));
			entry.put("name", operation.getName());
			entry.put("type", operation.getOperation().name().toLowerCase(Locale.ROOT));
			entry.put("body", text);
			return entry;
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

}
