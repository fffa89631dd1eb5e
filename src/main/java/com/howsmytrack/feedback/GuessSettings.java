package com.howsmytrack.feedback;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for attempts to guess ids.
///
/// @param responseIdGuesses how many errors about unknown or unsubmitted responses a member gets before all of them are the
/// error for an unknown response
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record GuessSettings(@Valid Rate responseIdGuesses) {
}
