package com.howsmytrack.graphql;

import java.time.Duration;

import graphql.GraphQLContext;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;

import org.springframework.graphql.execution.ErrorType;

/// Executes no further root field of a document that has taken too long. The statement time limit of the database
/// ends a root field that is being executed. For a subscription, this limits its start; each later event is limited by
/// the statement time limit alone.
///
/// `TimeoutWebGraphQlInterceptor` of Spring for GraphQL cancels the waiting for a result. Operations are executed on the
/// thread of their request, so no other thread waits for the result, and their statements would continue.
class TimeLimit implements SchemaDirectiveWiring {

	static final ErrorCode CODE = new ErrorCode("TIME_LIMIT_EXCEEDED");

	/// The key of the error for all remaining root fields after a failure of the
	/// database.
	private static final Object REMAINING = new Object();

	private final DocumentSettings settings;

	TimeLimit(DocumentSettings settings) {
		this.settings = settings;
	}

	/// After the database was too slow or unavailable, the remaining root fields of the
	/// document do not wait for it again.
	static void rejectRemaining(GraphQLContext context, UserErrorException error) {
		context.put(REMAINING, error);
	}

	/// The start time of a document, for its context.
	static long startingNow() {
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
			UserErrorException remaining = environment.getGraphQlContext().get(REMAINING);
			if (remaining != null) {
				throw remaining;
			}
			Long started = environment.getGraphQlContext().get(TimeLimit.class);
			if (started != null && System.nanoTime() - started > this.settings.lastBegin().toNanos()) {
				throw new UserErrorException(ErrorType.BAD_REQUEST, error(this.settings.timeLimit()));
			}
			return fetcher.get(environment);
		};
	}

}
