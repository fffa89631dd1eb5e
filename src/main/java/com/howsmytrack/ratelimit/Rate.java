package com.howsmytrack.ratelimit;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

/// So many at once, and then as many again spread evenly over each period.
public record Rate(@Min(1) int times, @DurationMin(nanos = 1) Duration per) {
}
