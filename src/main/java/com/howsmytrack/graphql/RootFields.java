package com.howsmytrack.graphql;

import java.util.function.UnaryOperator;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;

/// Puts something around the fetchers of queries and mutations. All other fields stay as they are.
final class RootFields {

	private RootFields() {
	}

	/// @param around is asked for root fields only
	static GraphQLFieldDefinition wrap(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment,
			UnaryOperator<DataFetcher<?>> around) {
		GraphQLFieldDefinition field = environment.getElement();
		String parent = environment.getFieldsContainer().getName();
		if (parent.equals("Query") || parent.equals("Mutation")) {
			FieldCoordinates coordinates = FieldCoordinates.coordinates(parent, field.getName());
			DataFetcher<?> fetcher = environment.getCodeRegistry().getDataFetcher(coordinates, field);
			environment.getCodeRegistry().dataFetcher(coordinates, around.apply(fetcher));
		}
		return field;
	}

}
