package com.howsmytrack.ratelimit;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@EnableScheduling
@ConditionalOnBooleanProperty("howsmytrack.background-work")
class RateLimitCleanup {

	private final RateLimiter rateLimiter;

	RateLimitCleanup(RateLimiter rateLimiter) {
		this.rateLimiter = rateLimiter;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void deleteExpired() {
		this.rateLimiter.deleteExpired();
	}

}
