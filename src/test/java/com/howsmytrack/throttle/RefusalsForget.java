package com.howsmytrack.throttle;

import com.howsmytrack.testing.CleanSlate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the application forget who was refused in an earlier test.
@Component
public class RefusalsForget {

	private final Throttles throttles;

	RefusalsForget(Throttles throttles) {
		this.throttles = throttles;
	}

	@EventListener(CleanSlate.Cleaned.class)
	void forget() {
		this.throttles.forgetRefusals();
	}

}
