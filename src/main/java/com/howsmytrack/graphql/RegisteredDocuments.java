package com.howsmytrack.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.AbortExecutionException;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/// The documents that are part of the build, by the SHA-256 of their text. None is registered at runtime. Each is
/// checked like a document that a client sends; an invalid one stops the start.
///
/// There is one file for each operation, because a hash is that of every byte of a file: clients and Apollo's tools
/// hash a file, and a file of several operations would need rules for splitting it into texts.
@Component
class RegisteredDocuments {

	static final String LOCATION = "classpath:graphql/documents/*.graphql";

	private final Map<String, String> textsByHash;

	private final Set<String> texts;

	@Autowired
	RegisteredDocuments(ResourcePatternResolver resources, GraphQlSource source, DocumentLimits limits,
			DocumentSettings settings) throws IOException {
		this(List.of(resources.getResources(LOCATION)), source.schema(), limits, settings);
	}

	RegisteredDocuments(List<Resource> files, GraphQLSchema schema, DocumentLimits limits, DocumentSettings settings) {
		ParserOptions options = RequestLimits.parserOptions(settings);
		this.textsByHash = files.stream()
			.map((file) -> checked(file, schema, limits, options))
			.collect(Collectors.toUnmodifiableMap(RegisteredDocuments::hash, Function.identity()));
		this.texts = Set.copyOf(this.textsByHash.values());
	}

	Optional<String> find(String hash) {
		return Optional.ofNullable(this.textsByHash.get(hash));
	}

	boolean contain(String text) {
		return this.texts.contains(text);
	}

	/// As 64 hexadecimal digits in lower case.
	static String hash(String text) {
		return DigestUtils.sha256Hex(text);
	}

	private static String checked(Resource file, GraphQLSchema schema, DocumentLimits limits, ParserOptions options) {
		try {
			String text = file.getContentAsString(StandardCharsets.UTF_8);
			ParseAndValidateResult result = ParseAndValidate.parse(ExecutionInput.newExecutionInput(text)
				.graphQLContext(Map.of(ParserOptions.class, options))
				.build());
			if (result.isFailure()) {
				throw invalid(file, result.getErrors());
			}
			limits.check(result.getDocument(), schema);
			List<? extends GraphQLError> errors = ParseAndValidate.validate(schema, result.getDocument());
			if (!errors.isEmpty()) {
				throw invalid(file, errors);
			}
			return text;
		}
		catch (AbortExecutionException limitExceeded) {
			throw invalid(file, limitExceeded.getUnderlyingErrors());
		}
		catch (IOException exception) {
			throw new IllegalStateException("Cannot read the registered document " + file, exception);
		}
	}

	private static IllegalStateException invalid(Resource file, List<? extends GraphQLError> errors) {
		return new IllegalStateException("The registered document %s is invalid: %s".formatted(file.getDescription(),
				errors.stream().map(GraphQLError::getMessage).collect(Collectors.joining(" "))));
	}

}
