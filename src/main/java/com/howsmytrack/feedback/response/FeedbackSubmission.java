package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.graphql.UserError;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Members submit their forms and rate what others submitted, each once. A response that is not there and one that is
/// someone else's are the same.
///
/// Each is one statement that changes the row if the rules allow it, and so one transaction: of two who submit or rate
/// at once, the second waits for the first and finds nothing to change. Only then is it asked why.
@Component
class FeedbackSubmission {

	private final JdbcClient jdbc;

	private final Clock clock;

	FeedbackSubmission(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// Empty when it was done.
	Optional<UserError> submit(AccountId responder, long responseId, String feedback, boolean allowReplies) {
		return TextLimit.FEEDBACK.checkNotBlank(feedback).or(() -> {
			int submitted = this.jdbc.sql("""
					UPDATE feedback_response
					SET feedback = :feedback, allow_replies = :allowReplies, submitted_at = :now
					WHERE id = :response AND responder_id = :responder AND submitted_at IS NULL""")
				.param("feedback", feedback)
				.param("allowReplies", allowReplies)
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("response", responseId)
				.param("responder", responder.value())
				.update();
			return (submitted == 1) ? Optional.empty() : Optional.of(whyNotSubmitted(responder, responseId));
		});
	}

	private UserError whyNotSubmitted(AccountId responder, long responseId) {
		boolean known = this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM feedback_response WHERE id = :response AND responder_id = :responder)""")
			.param("response", responseId)
			.param("responder", responder.value())
			.query(Boolean.class)
			.single();
		return known ? ResponseErrors.ALREADY_SUBMITTED : ResponseErrors.UNKNOWN_RESPONSE;
	}

	/// Empty when it was done.
	Optional<UserError> rate(AccountId trackOwner, long responseId, int stars) {
		Optional<Stars> given = Stars.of(stars);
		boolean rated = given.isPresent() && this.jdbc.sql("""
				UPDATE feedback_response SET rating = :stars
				WHERE id = :response AND owner_id = :owner AND submitted_at IS NOT NULL AND rating IS NULL""")
			.param("stars", given.get().value())
			.param("response", responseId)
			.param("owner", trackOwner.value())
			.update() == 1;
		return rated ? Optional.empty() : Optional.of(whyNotRated(trackOwner, responseId, given.isPresent()));
	}

	/// In the order of the contract; a rating that is none is the last thing to be said.
	/// A good one that changed nothing came before the response was submitted, be it by a
	/// moment.
	private UserError whyNotRated(AccountId trackOwner, long responseId, boolean good) {
		return this.jdbc.sql("""
				SELECT submitted_at IS NOT NULL AS submitted, rating IS NOT NULL AS rated
				FROM feedback_response WHERE id = :response AND owner_id = :owner""")
			.param("response", responseId)
			.param("owner", trackOwner.value())
			.query((row, _) -> row.getBoolean("rated") ? ResponseErrors.ALREADY_RATED
					: notRateable(row.getBoolean("submitted") && !good))
			.optional()
			.orElse(ResponseErrors.UNKNOWN_RESPONSE);
	}

	private static UserError notRateable(boolean ratingIsNone) {
		return ratingIsNone ? ResponseErrors.INVALID_RATING : ResponseErrors.NOT_SUBMITTED;
	}

}
