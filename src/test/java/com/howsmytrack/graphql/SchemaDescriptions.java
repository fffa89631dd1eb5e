package com.howsmytrack.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.ScalarInfo;

/// Finds elements of the schema without a description.
record SchemaDescriptions(GraphQLSchema schema) {

	List<String> missing() {
		List<String> missing = new ArrayList<>();
		for (GraphQLNamedType type : this.schema.getAllTypesAsList()) {
			boolean ours = !type.getName().startsWith("__") && !ScalarInfo.isGraphqlSpecifiedScalar(type.getName());
			if (ours) {
				check(type.getName(), type, missing);
				checkInside(type, missing);
			}
		}
		return missing;
	}

	private static void checkInside(GraphQLNamedType type, List<String> missing) {
		if (type instanceof GraphQLFieldsContainer container) {
			for (GraphQLFieldDefinition field : container.getFieldDefinitions()) {
				String name = type.getName() + "." + field.getName();
				check(name, field, missing);
				field.getArguments()
					.forEach((argument) -> check(name + "(" + argument.getName() + ")", argument, missing));
			}
		}
		if (GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLEnumType values) {
			values.getValues().forEach((value) -> check(type.getName() + "." + value.getName(), value, missing));
		}
	}

	private static void check(String name, GraphQLNamedSchemaElement element, List<String> missing) {
		if (Objects.requireNonNullElse(element.getDescription(), "").isBlank()) {
			missing.add(name);
		}
	}

}
