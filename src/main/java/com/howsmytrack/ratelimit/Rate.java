package com.howsmytrack.ratelimit;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

/// The parameters of a token bucket.
///
/// @param times the capacity: this many attempts are allowed at once
/// @param per the time in which that many attempts become available again, evenly spread
public record Rate(@Min(1) int times, @DurationMin(nanos = 1) Duration per) {
}
