package com.howsmytrack.feedback.response;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param ratingsConsidered how many of a person's latest rated responses count
/// @param ratingsNeeded how many they need before they are rated at all
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record RatingSettings(@Min(1) int ratingsConsidered, @Min(1) int ratingsNeeded) {
}
