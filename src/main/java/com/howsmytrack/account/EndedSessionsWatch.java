package com.howsmytrack.account;

import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps an instance informed of the sessions that others ended; before its first request, of all of them.
@Component
@EnableScheduling
@ConditionalOnBooleanProperty("howsmytrack.background-work")
class EndedSessionsWatch implements InitializingBean {

	private final EndedSessions endedSessions;

	EndedSessionsWatch(EndedSessions endedSessions) {
		this.endedSessions = endedSessions;
	}

	@Override
	public void afterPropertiesSet() {
		this.endedSessions.hear();
	}

	@Scheduled(fixedDelayString = "${howsmytrack.account.ended-sessions-interval}")
	void hear() {
		this.endedSessions.hear();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void removeOld() {
		this.endedSessions.removeOld();
	}

}
