package com.howsmytrack.testing;

import java.util.List;
import java.util.stream.Stream;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;

/// An enum of the GraphQL schema, read from the schema files without starting the application.
public final class SchemaEnum {

	private SchemaEnum() {
	}

	/// The names of the values, with those that `extend enum` adds.
	public static List<String> values(String type) {
		TypeDefinitionRegistry schema = SchemaFiles.read();
		Stream<EnumTypeDefinition> extensions = schema.enumTypeExtensions()
			.getOrDefault(type, List.of())
			.stream()
			.map(EnumTypeDefinition.class::cast);
		return Stream.concat(Stream.of(schema.getTypeOrNull(type, EnumTypeDefinition.class)), extensions)
			.flatMap((definition) -> definition.getEnumValueDefinitions().stream())
			.map(EnumValueDefinition::getName)
			.toList();
	}

}
