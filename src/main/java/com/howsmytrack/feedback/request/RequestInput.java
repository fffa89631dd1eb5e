package com.howsmytrack.feedback.request;

import java.util.Optional;

import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.MediaUrl;
import org.jspecify.annotations.Nullable;

/// What a member typed about a request. Nothing of it is trusted until [#check] finds nothing wrong.
/// Null is "not said", which creating and editing understand differently.
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

	/// Null when none was said.
	@Nullable Genre parsedGenre() {
		return (this.genre != null) ? Genre.of(this.genre).orElse(null) : null;
	}

}
