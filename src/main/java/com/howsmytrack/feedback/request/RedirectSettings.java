package com.howsmytrack.feedback.request;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param redirectsByNetwork how many redirect addresses of tracks one network can call
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record RedirectSettings(@Valid Rate redirectsByNetwork) {
}
