package com.howsmytrack.feedback.request;

import java.util.Optional;

import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.MediaUrl;
import org.jspecify.annotations.Nullable;

/// The input for a request. It is valid only if [#check] finds no error. Null means that the value is missing; creating and
/// editing treat missing values differently.
record RequestInput(@Nullable String mediaUrl, @Nullable String genre, @Nullable Boolean emailWhenGrouped,
		@Nullable String feedbackPrompt) {

	Optional<UserError> check() {
		if (namesTrack() && track() == null) {
			return Optional.of(RequestErrors.INVALID_MEDIA_URL);
		}
		if (this.genre != null && parsedGenre() == null) {
			return Optional.of(RequestErrors.UNKNOWN_GENRE);
		}
		return (this.feedbackPrompt != null) ? TextLimit.FEEDBACK_PROMPT.check(this.feedbackPrompt) : Optional.empty();
	}

	/// An empty URL counts as missing.
	private boolean namesTrack() {
		return this.mediaUrl != null && !this.mediaUrl.isEmpty();
	}

	/// Null for a trackless request.
	@Nullable MediaUrl track() {
		return (this.mediaUrl != null && namesTrack()) ? MediaUrl.parse(this.mediaUrl).orElse(null) : null;
	}

	/// Null if the genre is missing.
	@Nullable Genre parsedGenre() {
		return (this.genre != null) ? Genre.of(this.genre).orElse(null) : null;
	}

}
