package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackReleased;
import com.howsmytrack.feedback.OpenForms;
import com.howsmytrack.feedback.RequiredTexts;
import com.howsmytrack.feedback.ResponseIdGuesses;
import com.howsmytrack.feedback.ResponseRated;
import com.howsmytrack.feedback.ResponseSubmitted;
import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.feedback.release.ReleaseSchedule;
import com.howsmytrack.graphql.UserError;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Submits and rates responses, each once. An unknown response, a response of other members, and a response that the
/// owner of the track may not read yet because of own open forms get the same error.
///
/// One conditional `UPDATE` decides: if two callers submit or rate at the same time, the second one waits for the first
/// and then changes no row. Only then does a second statement find the reason.
@Component
class FeedbackSubmission {

	private static final String OWNER_HAS_NO_OPEN_FORMS = OpenForms.none("response.feedback_request_id", ":owner");

	private static final String RATE = """
			UPDATE feedback_response AS response SET rating = :stars, rated_at = :now
			WHERE response.id = :response AND response.owner_id = :owner AND response.released_at IS NOT NULL
				AND response.rating IS NULL AND %s
			RETURNING response.responder_id""".formatted(OWNER_HAS_NO_OPEN_FORMS);

	private static final String STATE = """
			SELECT released_at IS NOT NULL AS released, rating IS NOT NULL AS rated
			FROM feedback_response AS response
			WHERE response.id = :response AND response.owner_id = :owner AND %s""".formatted(OWNER_HAS_NO_OPEN_FORMS);

	private final RequiredTexts texts;

	private final JdbcClient jdbc;

	private final EventTransaction transaction;

	private final ReleaseSchedule releases;

	private final ResponseIdGuesses guesses;

	private final Set<Class<?>> submissionEvents;

	private final Clock clock;

	FeedbackSubmission(RequiredTexts texts, JdbcClient jdbc, EventTransaction transaction, ReleaseSchedule releases,
			ResponseIdGuesses guesses, Clock clock) {
		this.texts = texts;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.releases = releases;
		this.guesses = guesses;
		this.submissionEvents = releases.isImmediate() ? Set.of(ResponseSubmitted.class, FeedbackReleased.class)
				: Set.of(ResponseSubmitted.class);
		this.clock = clock;
	}

	/// Empty if the response was submitted.
	Optional<UserError> submit(AccountId responder, long responseId, String feedback, boolean allowReplies) {
		return this.texts.check(TextLimit.FEEDBACK, feedback).or(() -> {
			Optional<ResponseSubmitted> submitted = this.transaction.execute(this.submissionEvents,
					() -> submitForm(responder, responseId, feedback, allowReplies), this::eventsOf);
			return submitted.isPresent() ? Optional.empty() : Optional.of(whyNotSubmitted(responder, responseId));
		});
	}

	private List<Record> eventsOf(ResponseSubmitted submitted) {
		return this.releases.isImmediate()
				? List.of(submitted, new FeedbackReleased(List.of(submitted.response()), List.of()))
				: List.of(submitted);
	}

	private Optional<ResponseSubmitted> submitForm(AccountId responder, long responseId, String feedback,
			boolean allowReplies) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		return this.jdbc.sql("""
				UPDATE feedback_response
				SET feedback = :feedback, allow_replies = :allowReplies, submitted_at = :now,
					released_at = :releasedAt
				WHERE id = :response AND responder_id = :responder AND submitted_at IS NULL
				RETURNING owner_id""")
			.param("feedback", feedback)
			.param("allowReplies", allowReplies)
			.param("now", now)
			.param("releasedAt", this.releases.isImmediate() ? now : null)
			.param("response", responseId)
			.param("responder", responder.value())
			.query((row, _) -> new ResponseSubmitted(responseId, responder, new AccountId(row.getLong("owner_id"))))
			.optional();
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

	/// Empty if the response was rated.
	Optional<UserError> rate(AccountId trackOwner, long responseId, int rating) {
		Optional<Stars> stars = Stars.of(rating);
		Optional<ResponseRated> rated = stars.flatMap((valid) -> this.transaction.execute(ResponseRated.class,
				() -> rateResponse(trackOwner, responseId, valid)));
		return rated.isPresent() ? Optional.empty()
				: Optional.of(whyNotRated(trackOwner, responseId, stars.isPresent()));
	}

	/// A form of the owner that a correction creates at the same moment prevents the
	/// rating only if the correction was committed before. Otherwise the rating comes
	/// first, when the owner had no open forms.
	private Optional<ResponseRated> rateResponse(AccountId trackOwner, long responseId, Stars stars) {
		return this.jdbc.sql(RATE)
			.param("stars", stars.value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("response", responseId)
			.param("owner", trackOwner.value())
			.query((row, _) -> {
				Long responder = row.getObject("responder_id", Long.class);
				return new ResponseRated(responseId, trackOwner, (responder != null) ? new AccountId(responder) : null);
			})
			.optional();
	}

	/// The contract defines the order of the checks: an out-of-range rating is reported
	/// last. A response that is not released gets the same error as a form. So does a
	/// response that is found released but not rated, although the rating is valid: it
	/// was released after the update. An owner with open forms gets the answer for an
	/// unknown response, so that the answers do not show which responses on the track are
	/// released.
	private UserError whyNotRated(AccountId trackOwner, long responseId, boolean validRating) {
		UserError error = this.jdbc.sql(STATE)
			.param("response", responseId)
			.param("owner", trackOwner.value())
			.query((row, _) -> whyNotRated(row.getBoolean("released"), row.getBoolean("rated"), validRating))
			.optional()
			.orElse(ResponseErrors.UNKNOWN_RESPONSE);
		boolean guess = error.equals(ResponseErrors.UNKNOWN_RESPONSE) || error.equals(ResponseErrors.NOT_SUBMITTED);
		return guess ? this.guesses.count(trackOwner, error, ResponseErrors.UNKNOWN_RESPONSE) : error;
	}

	private static UserError whyNotRated(boolean released, boolean rated, boolean validRating) {
		if (rated) {
			return ResponseErrors.ALREADY_RATED;
		}
		return (released && !validRating) ? ResponseErrors.INVALID_RATING : ResponseErrors.NOT_SUBMITTED;
	}

}
