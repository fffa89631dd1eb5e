package com.howsmytrack.graphql;

import java.time.Duration;

import graphql.GraphQLContext;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;

import org.springframework.graphql.execution.ErrorType;

/// Begins no more operations of a document that has run for too long already. An operation that runs ends by the
/// time limit of its statements.
class TimeLimit implements SchemaDirectiveWiring {

	static final ErrorCode CODE = new ErrorCode("TIME_LIMIT_EXCEEDED");

	/// Under which the context has the refusal of whatever comes after the first failure
	/// of the database.
	private static final Object REST = new Object();

	private final DocumentSettings settings;

	TimeLimit(DocumentSettings settings) {
		this.settings = settings;
	}

	/// Once the database was too slow or away, nobody waits for it again within the
	/// document.
	static void refuseTheRest(GraphQLContext context, UserErrorException error) {
		context.put(REST, error);
	}

	/// What a document needs to know of the time, for its context.
	static long beginningNow() {
		return System.nanoTime();
	}

	static UserError error(Duration limit) {
		return new UserError(CODE, "An operation can take at most %d seconds.".formatted(limit.toSeconds()), null);
	}

	@Override
	public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
		return RootFields.wrap(environment, this::limited);
	}

	private DataFetcher<?> limited(DataFetcher<?> fetcher) {
		return (environment) -> {
			UserErrorException rest = environment.getGraphQlContext().get(REST);
			if (rest != null) {
				throw rest;
			}
			Long begun = environment.getGraphQlContext().get(TimeLimit.class);
			if (begun != null && System.nanoTime() - begun > this.settings.lastBegin().toNanos()) {
				throw new UserErrorException(ErrorType.BAD_REQUEST, error(this.settings.timeLimit()));
			}
			return fetcher.get(environment);
		};
	}

}
