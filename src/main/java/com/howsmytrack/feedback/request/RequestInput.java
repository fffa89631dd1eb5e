package com.howsmytrack.feedback.request;

import java.util.List;
import java.util.Optional;

import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.TrackLink;
import com.howsmytrack.track.TrackLinks;
import org.jspecify.annotations.Nullable;

/// The input for a request, with the link already read. It is valid only if [#check] finds no error. Null means that the
/// value is missing; creating and editing treat missing values differently.
///
/// @param link null for a trackless request
/// @param references ids of releases
record RequestInput(@Nullable GivenLink link, @Nullable String genre, @Nullable Boolean emailWhenGrouped,
		@Nullable String feedbackPrompt, @Nullable Outcome<List<Long>> references) {

	/// An empty URL counts as missing.
	static @Nullable GivenLink read(@Nullable String mediaUrl, TrackLinks links) {
		return (mediaUrl != null && !mediaUrl.isEmpty()) ? new GivenLink(mediaUrl, links.parse(mediaUrl)) : null;
	}

	Optional<UserError> check() {
		return Optional.ofNullable(this.link).flatMap(GivenLink::error).or(this::checkWithoutLink);
	}

	/// For a request that keeps its link.
	Optional<UserError> checkWithoutLink() {
		if (this.genre != null && parsedGenre() == null) {
			return Optional.of(RequestErrors.UNKNOWN_GENRE);
		}
		return Optional.ofNullable(this.feedbackPrompt)
			.flatMap(TextLimit.FEEDBACK_PROMPT::check)
			.or(() -> (this.references instanceof Outcome.Failed<List<Long>>(UserError error)) ? Optional.of(error)
					: Optional.empty());
	}

	/// Null if the references are missing.
	@Nullable List<Long> referenceIds() {
		return (this.references instanceof Outcome.Succeeded<List<Long>>(List<Long> releases)) ? releases : null;
	}

	/// Null for a trackless request.
	@Nullable TrackLink track() {
		return (this.link != null) ? this.link.track() : null;
	}

	/// Null if the genre is missing.
	@Nullable Genre parsedGenre() {
		return (this.genre != null) ? Genre.of(this.genre).orElse(null) : null;
	}

}
