package com.howsmytrack.graphql;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.AbortExecutionException;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/// The documents that are part of the build, by the SHA-256 of their text: the files of this server, and the documents of
/// the web client. None is registered at runtime. Each is checked like a document that a client sends; an invalid one
/// stops the start.
///
/// There is one file for each operation, because a hash is that of every byte of a file: clients and Apollo's tools
/// hash a file, and a file of several operations would need rules for splitting it into texts.
@Component
class RegisteredDocuments {

	static final String LOCATION = "classpath:graphql/documents/*.graphql";

	private final Map<String, String> textsByHash;

	private final Set<String> texts;

	@Autowired
	RegisteredDocuments(ResourcePatternResolver resources, JsonMapper json, GraphQlSource source, DocumentLimits limits,
			DocumentSettings settings) throws IOException {
		this(Stream
			.concat(Stream.of(resources.getResources(LOCATION)).map(RegisteredDocument::of),
					ClientDocuments.read(resources.getResource(ClientDocuments.LOCATION), json).stream())
			.toList(), source.schema(), limits, settings);
	}

	RegisteredDocuments(List<RegisteredDocument> documents, GraphQLSchema schema, DocumentLimits limits,
			DocumentSettings settings) {
		ParserOptions options = RequestLimits.parserOptions(settings);
		documents.forEach((document) -> check(document, schema, limits, options));
		this.texts = documents.stream().map(RegisteredDocument::text).collect(Collectors.toUnmodifiableSet());
		this.textsByHash = this.texts.stream()
			.collect(Collectors.toUnmodifiableMap(RegisteredDocuments::hash, Function.identity()));
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

	private static void check(RegisteredDocument document, GraphQLSchema schema, DocumentLimits limits,
			ParserOptions options) {
		try {
			ParseAndValidateResult result = ParseAndValidate.parse(ExecutionInput.newExecutionInput(document.text())
				.graphQLContext(Map.of(ParserOptions.class, options))
				.build());
			if (result.isFailure()) {
				throw invalid(document, result.getErrors());
			}
			limits.check(result.getDocument(), schema);
			List<? extends GraphQLError> errors = ParseAndValidate.validate(schema, result.getDocument());
			if (!errors.isEmpty()) {
				throw invalid(document, errors);
			}
		}
		catch (AbortExecutionException limitExceeded) {
			throw invalid(document, limitExceeded.getUnderlyingErrors());
		}
	}

	private static IllegalStateException invalid(RegisteredDocument document, List<? extends GraphQLError> errors) {
		return new IllegalStateException("The registered document %s is invalid: %s".formatted(document.source(),
				errors.stream().map(GraphQLError::getMessage).collect(Collectors.joining(" "))));
	}

}
