package com.howsmytrack.account.session;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/// Metrics of sign-ins and failed attempts.
@Component
class SignInCounts {

	private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

	SignInCounts(MeterRegistry registry) {
		for (Outcome outcome : Outcome.values()) {
			this.counters.put(outcome,
					Counter.builder("howsmytrack.sign.ins")
						.description("Sign-ins by password, and failed attempts")
						.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
						.register(registry));
		}
	}

	void count(Outcome outcome) {
		Counter counter = this.counters.get(outcome);
		if (counter != null) {
			counter.increment();
		}
	}

	/// A sign-in to a disabled account counts as `WRONG`, like the response to the
	/// caller.
	enum Outcome {

		SUCCEEDED, WRONG, RATE_LIMITED

	}

}
