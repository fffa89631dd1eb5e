package com.howsmytrack.ratelimit;

import com.howsmytrack.testing.CleanDatabase;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Clears the cache of the rate limiter whenever a test empties the database.
@Component
public class RateLimiterReset {

	private final RateLimiter rateLimiter;

	RateLimiterReset(RateLimiter rateLimiter) {
		this.rateLimiter = rateLimiter;
	}

	@EventListener(CleanDatabase.Cleaned.class)
	void clearCache() {
		this.rateLimiter.clearCache();
	}

}
