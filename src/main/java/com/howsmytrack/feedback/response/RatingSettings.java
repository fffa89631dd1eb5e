package com.howsmytrack.feedback.response;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for the ratings of members.
///
/// @param ratingsConsidered how many of a member's latest counted ratings a mean includes
/// @param ratingsNeeded how many counted ratings a member needs to get a rating
/// @param ratingWait how long the ratings of a writer in a group wait for the missing ones, from the first rating on;
/// 0: not at all
/// @param ratingsPerChange how many ratings a mean counts for the first time when it changes; 0: any number
/// @param ratingChangeAfter how long after its last change a mean may change by fewer ratings; 0: at once
/// @param rateGroupsOfTwo whether ratings in groups of two count
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record RatingSettings(@Min(1) int ratingsConsidered, @Min(1) int ratingsNeeded, @DurationMin Duration ratingWait,
		@Min(0) int ratingsPerChange, @DurationMin Duration ratingChangeAfter, boolean rateGroupsOfTwo) {

	private static final int SMALLEST_RATED_GROUP = 3;

	/// The number of requests that a group has at least if its ratings count.
	int smallestRatedGroup() {
		return this.rateGroupsOfTwo ? 1 : SMALLEST_RATED_GROUP;
	}

}
