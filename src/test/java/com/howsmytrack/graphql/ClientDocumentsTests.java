package com.howsmytrack.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/// The file that the build of the web client writes.
class ClientDocumentsTests {

	private static final DocumentSettings LIMITS = new DocumentSettings(1_000, 200, 5, 2, 40, 5, 5, 5, 5,
			Duration.ofSeconds(1), Duration.ofSeconds(1));

	private static final String VIEWER = "query Viewer { userDetails { __typename username } }";

	@Test
	void areRegisteredByTheirIds() throws IOException {
		RegisteredDocuments registered = registered(file(VIEWER));

		assertThat(registered.find(RegisteredDocuments.hash(VIEWER))).contains(VIEWER);
		assertThat(registered.contain(VIEWER)).isTrue();
	}

	@Test
	void areNoneIfTheClientIsNotBuilt() {
		assertThat(ClientDocuments.read(new ClassPathResource("client/none.json"), JsonMapper.shared())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			query Broken {                                            | Invalid syntax
			query Viewer { userDetails { shoeSize } }                 | shoeSize
			query Many { a: __typename b: __typename c: __typename }  | at most 2 root fields
			""")
	void stopTheStartIfOneIsInvalid(String text, String why) {
		assertThatIllegalStateException().isThrownBy(() -> registered(file(text)))
			.withMessageContainingAll("The registered document", RegisteredDocuments.hash(text), "documents.json", why);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sha256:", "" })
	void stopTheStartIfAnIdIsNotThatOfTheText(String prefix) {
		String id = prefix + RegisteredDocuments.hash(VIEWER + " ");

		assertThatIllegalStateException().isThrownBy(() -> registered(file(Map.of(id, VIEWER))))
			.withMessageContainingAll(id, "its id is not the SHA-256 of its text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"sha256:1\": {}}" })
	void stopTheStartIfTheFileCannotBeRead(String content) {
		assertThatIllegalStateException().isThrownBy(() -> registered(resource(content)))
			.withMessageContaining("Cannot read the documents of the web client");
	}

	private static RegisteredDocuments registered(Resource file) throws IOException {
		GraphQLSchema schema = UnExecutableSchemaGenerator
			.makeUnExecutableSchema(new SchemaParser().parse(Files.readString(Path.of("src/docs/schema.graphql"))));
		List<RegisteredDocument> documents = ClientDocuments.read(file, JsonMapper.shared());
		return new RegisteredDocuments(documents, schema, new DocumentLimits(LIMITS), LIMITS);
	}

	private static Resource file(String text) {
		return file(Map.of("sha256:" + RegisteredDocuments.hash(text), text));
	}

	private static Resource file(Map<String, String> texts) {
		return resource(JsonMapper.shared().writeValueAsString(texts));
	}

	private static Resource resource(String content) {
		return new ByteArrayResource(content.getBytes(UTF_8), "documents.json");
	}

}
