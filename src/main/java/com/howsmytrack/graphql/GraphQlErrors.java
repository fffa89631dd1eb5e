package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.persistence.DatabaseOutage;
import com.howsmytrack.web.RequestIds;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
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
		String requestId = environment.getExecutionId().toString();
		Failure failure = failure(exception, environment.getExecutionStepInfo().getPath().toString(), requestId);
		failure.remaining()
			.ifPresent((rejected) -> TimeLimit.rejectRemaining(environment.getGraphQlContext(), rejected));
		return failure.on(GraphqlErrorBuilder.newError(environment));
	}

	/// The error with which a subscription ends.
	/// @param exception of the publisher that the subscription returned
	/// @param requestId the id of the request that started the subscription
	GraphQLError ofSubscription(Throwable exception, String requestId) {
		return failure(exception, "A subscription", requestId).on(GraphqlErrorBuilder.newError());
	}

	/// Writes all but user errors to the log.
	private Failure failure(Throwable exception, String where, String requestId) {
		if (exception instanceof UserErrorException rejected) {
			return Failure.of(rejected);
		}
		return RequestIds.callAs(requestId, () -> {
			if (exception instanceof QueryTimeoutException) {
				logger.warn("{} took too long", where);
				return Failure.ofDatabase(new UserErrorException(ErrorType.BAD_REQUEST, this.tooLong));
			}
			if (DatabaseOutage.isCauseOf(exception)) {
				logger.error("{} failed: the database cannot be reached ({})", where, exception.getMessage());
				return Failure.ofDatabase(new UserErrorException(ServiceUnavailable.SERVICE_UNAVAILABLE, UNAVAILABLE));
			}
			logger.error("{} failed", where, exception);
			return new Failure(ErrorType.INTERNAL_ERROR, ErrorType.INTERNAL_ERROR.name(), RequestErrors.INTERNAL_ERROR,
					Optional.empty());
		});
	}

	/// What the client gets for an exception.
	///
	/// @param remaining the error for the remaining root fields of the document, if the
	/// database was too slow or unavailable
	private record Failure(ErrorClassification classification, String code, String message,
			Optional<UserErrorException> remaining) {

		static Failure of(UserErrorException rejected) {
			UserError error = rejected.error();
			return new Failure(rejected.classification(), error.code().name(), error.message(), Optional.empty());
		}

		static Failure ofDatabase(UserErrorException rejected) {
			Failure failure = of(rejected);
			return new Failure(failure.classification, failure.code, failure.message, Optional.of(rejected));
		}

		/// The id of the request is added by [ErrorDetails].
		GraphQLError on(GraphqlErrorBuilder<?> builder) {
			return builder.errorType(this.classification)
				.message("%s", this.message)
				.extensions(Map.of("code", this.code))
				.build();
		}

	}

	/// A classification that Spring's `ErrorType` does not have.
	private enum ServiceUnavailable implements ErrorClassification {

		SERVICE_UNAVAILABLE

	}

}
