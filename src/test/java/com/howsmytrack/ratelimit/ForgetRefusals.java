package com.howsmytrack.ratelimit;

import com.howsmytrack.testing.CleanDatabase;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the application forget who was refused in an earlier test.
@Component
public class ForgetRefusals {

	private final RateLimiter rateLimiter;

	ForgetRefusals(RateLimiter rateLimiter) {
		this.rateLimiter = rateLimiter;
	}

	@EventListener(CleanDatabase.Cleaned.class)
	void forget() {
		this.rateLimiter.forgetRefusals();
	}

}
