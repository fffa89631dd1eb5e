package com.howsmytrack.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import graphql.Scalars;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import org.jspecify.annotations.Nullable;

/// Finds out whether an operation selects fields, or has arguments, with the directive `@auditRead`. The selection decides,
/// not the result, because an empty list is information, too. A filter by author identifies the authors of the results even
/// if only their ids are selected, and a search in texts tells that the results contain the text.
final class AuditReadDirective {

	static final String NAME = "auditRead";

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

	private AuditReadDirective() {
	}

	/// Empty if the operation selects no such field and has no such argument.
	/// @param result the value of the operation, before its fields are read
	static Optional<OperatorRead> of(DataFetchingEnvironment environment, @Nullable Object result) {
		List<String> fields = environment.getSelectionSet()
			.getFields()
			.stream()
			.filter(AuditReadDirective::isMarked)
			.map((field) -> field.getObjectTypeNames().getFirst() + "." + field.getName())
			.distinct()
			.sorted()
			.toList();
		return (fields.isEmpty() && !hasMarkedArgument(environment)) ? Optional.empty()
				: Optional.of(new OperatorRead(environment.getFieldDefinition().getName(), arguments(environment),
						fields, (result instanceof Identified object) ? object.id() : null));
	}

	private static boolean isMarked(SelectedField field) {
		return field.getFieldDefinitions().stream().anyMatch((definition) -> definition.hasAppliedDirective(NAME));
	}

	private static boolean hasMarkedArgument(DataFetchingEnvironment environment) {
		return environment.getFieldDefinition()
			.getArguments()
			.stream()
			.anyMatch((argument) -> argument.hasAppliedDirective(NAME)
					&& environment.getArgument(argument.getName()) != null);
	}

	private static Map<String, Object> arguments(DataFetchingEnvironment environment) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		for (GraphQLArgument argument : environment.getFieldDefinition().getArguments()) {
			Object value = environment.getArgument(argument.getName());
			if (value != null) {
				GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(argument.getType());
				arguments.put(argument.getName(), withoutText(type, value, environment));
			}
		}
		return arguments;
	}

	/// A client can send any text as an id.
	private static Object withoutText(GraphQLNamedType type, Object value, DataFetchingEnvironment environment) {
		if (value instanceof Number || value instanceof Boolean) {
			return value;
		}
		if (type instanceof GraphQLEnumType values) {
			return values.serialize(value, environment.getGraphQlContext(), environment.getLocale());
		}
		boolean isId = type.getName().equals(Scalars.GraphQLID.getName());
		return (isId && NUMBER.matcher(value.toString()).matches()) ? value : OperatorRead.TEXT;
	}

}
