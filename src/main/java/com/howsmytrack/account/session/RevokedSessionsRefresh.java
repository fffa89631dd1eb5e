package com.howsmytrack.account.session;

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
class RevokedSessionsRefresh implements InitializingBean {

	private final RevokedSessions revokedSessions;

	RevokedSessionsRefresh(RevokedSessions revokedSessions) {
		this.revokedSessions = revokedSessions;
	}

	@Override
	public void afterPropertiesSet() {
		this.revokedSessions.hear();
	}

	@Scheduled(fixedDelayString = "${howsmytrack.account.revoked-sessions-interval}")
	void hear() {
		this.revokedSessions.hear();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void removeOld() {
		this.revokedSessions.removeOld();
	}

}
