package com.howsmytrack.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;

/// An enum of the GraphQL schema, read from the schema files without starting the application.
public final class SchemaEnum {

	private SchemaEnum() {
	}

	/// The names of the values, with those that `extend enum` adds.
	public static List<String> values(String type) {
		TypeDefinitionRegistry schema = schema();
		Stream<EnumTypeDefinition> extensions = schema.enumTypeExtensions()
			.getOrDefault(type, List.of())
			.stream()
			.map(EnumTypeDefinition.class::cast);
		return Stream.concat(Stream.of(schema.getTypeOrNull(type, EnumTypeDefinition.class)), extensions)
			.flatMap((definition) -> definition.getEnumValueDefinitions().stream())
			.map(EnumValueDefinition::getName)
			.toList();
	}

	private static TypeDefinitionRegistry schema() {
		try {
			TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:graphql/**/*.graphqls")) {
				schema.merge(new SchemaParser().parse(file.getContentAsString(UTF_8)));
			}
			return schema;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
