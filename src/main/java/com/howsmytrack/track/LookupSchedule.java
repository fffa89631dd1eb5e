package com.howsmytrack.track;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks for due look-ups every second, so that a short link is resolved soon after its request was created. It is no job
/// with a record of each run: most runs find nothing.
@Component
@EnableScheduling
@ConditionalOnBooleanProperty({ "howsmytrack.background-work", "howsmytrack.outbound.enabled" })
class LookupSchedule {

	private final LookupRunner runner;

	LookupSchedule(LookupRunner runner) {
		this.runner = runner;
	}

	@Scheduled(fixedDelayString = "${howsmytrack.track.look-ups.poll-interval:1s}")
	void startDue() {
		this.runner.startDue();
	}

}
