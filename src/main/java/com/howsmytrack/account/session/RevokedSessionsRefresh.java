package com.howsmytrack.account.session;

import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads the sessions that other instances revoked: all of them before the first request, then the latest ones at an
/// interval.
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
		this.revokedSessions.refresh();
	}

	@Scheduled(fixedDelayString = "${howsmytrack.account.revoked-sessions-interval}")
	void refresh() {
		this.revokedSessions.refresh();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void removeExpired() {
		this.revokedSessions.removeExpired();
	}

}
