package com.howsmytrack.throttle;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@EnableScheduling
@ConditionalOnBooleanProperty("howsmytrack.background-work")
class ThrottleCleaning {

	private final Throttles throttles;

	ThrottleCleaning(Throttles throttles) {
		this.throttles = throttles;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void removeIdle() {
		this.throttles.removeIdle();
	}

}
