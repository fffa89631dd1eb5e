package com.howsmytrack.releases;

import java.time.Duration;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param retention age at which releases are deleted, and are not stored any more
/// @param batchSize how many releases one transaction writes
/// @param retryDelay pause after the first failure of a music service; it doubles with each further failure
/// @param longestDelay the longest pause, also if a service requests a longer one
/// @param mostFollowed how many artists one member can follow
/// @param mostReferences how many releases one request for feedback can name, at most as many as the database allows
/// @param apiCalls calls of the REST API that are allowed for one network on each instance
@Validated
@ConfigurationProperties("howsmytrack.releases")
record ReleaseSettings(@DurationMin(days = 1) Duration retention, @Min(1) @Max(10_000) int batchSize,
		@DurationMin(seconds = 1) Duration retryDelay, @DurationMin(seconds = 1) Duration longestDelay,
		@Min(1) int mostFollowed, @Min(1) @Max(3) int mostReferences, @Valid Rate apiCalls, @Valid Spotify spotify,
		@Valid ListenBrainz listenbrainz) {

	/// The list that is read from Spotify.
	enum SpotifyList {

		/// `GET /v1/browse/new-releases`. Spotify allows it only for apps with extended
		/// quota.
		NEW_RELEASES,

		/// `GET /v1/search?q=tag:new`, the releases of the past two weeks.
		SEARCH

	}

	/// @param clientId empty: Spotify is not called
	/// @param tokenReserve a token that is valid for a shorter time is replaced
	/// @param mostPages of one fetch. A search allows no more than 100 pages
	record Spotify(String clientId, String clientSecret, SpotifyList list,
			@DurationMin(seconds = 0) Duration tokenReserve, @Min(1) @Max(100) int mostPages, DataSize largestBody,
			@DurationMin(millis = 1) Duration time) {
	}

	/// @param days how many past days are read
	record ListenBrainz(boolean enabled, @Min(1) @Max(90) int days, DataSize largestBody,
			@DurationMin(millis = 1) Duration time) {
	}

}
