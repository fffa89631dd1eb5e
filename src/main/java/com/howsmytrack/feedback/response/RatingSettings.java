package com.howsmytrack.feedback.response;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for the ratings of members.
///
/// @param ratingsConsidered how many of a member's latest rated responses count
/// @param ratingsNeeded how many rated responses a member needs to get a rating
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record RatingSettings(@Min(1) int ratingsConsidered, @Min(1) int ratingsNeeded) {
}
