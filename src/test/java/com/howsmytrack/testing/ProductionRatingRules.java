package com.howsmytrack.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/// Switches on the rules that keep members from calculating single ratings, as in production.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = { "howsmytrack.feedback.rating-wait=7d", "howsmytrack.feedback.ratings-per-change=3",
		"howsmytrack.feedback.rating-change-after=30d", "howsmytrack.feedback.rate-groups-of-two=false" })
public @interface ProductionRatingRules {

}
