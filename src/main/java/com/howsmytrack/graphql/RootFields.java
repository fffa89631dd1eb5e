package com.howsmytrack.graphql;

import java.util.Set;
import java.util.function.UnaryOperator;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;

/// Wraps the data fetchers of queries, mutations and subscriptions. Other fields are not changed.
final class RootFields {

	static final String SUBSCRIPTION = "Subscription";

	private static final Set<String> ROOT_TYPES = Set.of("Query", "Mutation", SUBSCRIPTION);

	private RootFields() {
	}

	/// @param wrapper is called for root fields only
	static GraphQLFieldDefinition wrap(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment,
			UnaryOperator<DataFetcher<?>> wrapper) {
		GraphQLFieldDefinition field = environment.getElement();
		String parent = environment.getFieldsContainer().getName();
		if (ROOT_TYPES.contains(parent)) {
			FieldCoordinates coordinates = FieldCoordinates.coordinates(parent, field.getName());
			DataFetcher<?> fetcher = environment.getCodeRegistry().getDataFetcher(coordinates, field);
			environment.getCodeRegistry().dataFetcher(coordinates, wrapper.apply(fetcher));
		}
		return field;
	}

}
