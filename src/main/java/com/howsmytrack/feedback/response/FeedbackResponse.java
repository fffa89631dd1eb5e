package com.howsmytrack.feedback.response;

import java.time.Instant;
import java.util.Optional;

import com.howsmytrack.graphql.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// What one member of a group says about the track of another. An empty form until it is submitted, once;
/// rated by the track's owner, once. Groups are formed elsewhere, in bulk: this class never makes one.
@Entity
@DynamicUpdate
class FeedbackResponse {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false, updatable = false)
	private long feedbackRequestId;

	/// Of the track. Null when they left.
	@Column(updatable = false)
	private @Nullable Long ownerId;

	/// Null when they left.
	@Column(updatable = false)
	private @Nullable Long responderId;

	@Column(columnDefinition = "text")
	private @Nullable String feedback;

	@Column(nullable = false)
	private boolean allowReplies;

	private @Nullable Instant submittedAt;

	private @Nullable Short rating;

	protected FeedbackResponse() {
	}

	/// Empty when it was done.
	Optional<Refusal> submit(String text, boolean repliesWelcome, Instant now) {
		if (isSubmitted()) {
			return Optional.of(ResponseRefusals.ALREADY_SUBMITTED);
		}
		this.feedback = text;
		this.allowReplies = repliesWelcome;
		this.submittedAt = now;
		return Optional.empty();
	}

	/// Empty when it was done.
	Optional<Refusal> rate(int stars) {
		if (!isSubmitted()) {
			return Optional.of(ResponseRefusals.NOT_SUBMITTED);
		}
		if (this.rating != null) {
			return Optional.of(ResponseRefusals.ALREADY_RATED);
		}
		Optional<Stars> given = Stars.of(stars);
		given.ifPresent((valid) -> this.rating = valid.value());
		return given.isPresent() ? Optional.empty() : Optional.of(ResponseRefusals.INVALID_RATING);
	}

	boolean isSubmitted() {
		return this.submittedAt != null;
	}

}
