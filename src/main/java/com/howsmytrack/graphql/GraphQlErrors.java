package com.howsmytrack.graphql;

import java.util.Map;

import com.howsmytrack.persistence.DatabaseOutage;
import com.howsmytrack.web.RequestIds;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Converts exceptions of operations into GraphQL errors. A user error is passed on unchanged. Any other exception is
/// a defect or an outage: the log gets the exception, the client a classification and the id of the request.
@Component
class GraphQlErrors extends DataFetcherExceptionResolverAdapter {

	private static final Logger logger = LoggerFactory.getLogger(GraphQlErrors.class);

	private static final UserError UNAVAILABLE = new UserError(
			new ErrorCode(ServiceUnavailable.SERVICE_UNAVAILABLE.name()),
			"The service is temporarily unavailable. Please try again in a moment.", null);

	private final UserError tooLong;

	GraphQlErrors(DocumentSettings settings) {
		this.tooLong = TimeLimit.error(settings.timeLimit());
	}

	/// An event of a subscription is resolved on a thread that does not know the id of
	/// the request.
	@Override
	protected GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
		if (exception instanceof UserErrorException rejected) {
			return error(environment, rejected.classification(), rejected.error().message(),
					Map.of("code", rejected.error().code().name()));
		}
		String requestId = environment.getExecutionId().toString();
		return RequestIds.callAs(requestId, () -> failure(exception, environment, requestId));
	}

	private GraphQLError failure(Throwable exception, DataFetchingEnvironment environment, String requestId) {
		if (exception instanceof QueryTimeoutException) {
			logger.warn("{} took too long", environment.getExecutionStepInfo().getPath());
			return rejectRemaining(environment, new UserErrorException(ErrorType.BAD_REQUEST, this.tooLong));
		}
		if (DatabaseOutage.isCauseOf(exception)) {
			logger.error("{} failed: the database cannot be reached ({})", environment.getExecutionStepInfo().getPath(),
					exception.getMessage());
			return rejectRemaining(environment,
					new UserErrorException(ServiceUnavailable.SERVICE_UNAVAILABLE, UNAVAILABLE));
		}
		logger.error("{} failed", environment.getExecutionStepInfo().getPath(), exception);
		return error(environment, ErrorType.INTERNAL_ERROR,
				"Something went wrong on our side. Please try again, and tell us the request id if it goes on.",
				Map.of("code", ErrorType.INTERNAL_ERROR.name(), "requestId", requestId));
	}

	private static GraphQLError rejectRemaining(DataFetchingEnvironment environment, UserErrorException rejected) {
		TimeLimit.rejectRemaining(environment.getGraphQlContext(), rejected);
		return error(environment, rejected.classification(), rejected.error().message(),
				Map.of("code", rejected.error().code().name()));
	}

	/// A classification that Spring's `ErrorType` does not have.
	private enum ServiceUnavailable implements ErrorClassification {

		SERVICE_UNAVAILABLE

	}

	private static GraphQLError error(DataFetchingEnvironment environment, ErrorClassification classification,
			@Nullable String message, Map<String, Object> extensions) {
		return GraphqlErrorBuilder.newError(environment)
			.errorType(classification)
			.message("%s", message)
			.extensions(extensions)
			.build();
	}

}
