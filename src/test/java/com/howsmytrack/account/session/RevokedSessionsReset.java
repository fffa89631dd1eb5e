package com.howsmytrack.account.session;

import com.howsmytrack.testing.CleanDatabase;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Clears the cached revocations before each test, because the accounts of each test have the same ids.
@Component
public class RevokedSessionsReset {

	private final RevokedSessions revokedSessions;

	RevokedSessionsReset(RevokedSessions revokedSessions) {
		this.revokedSessions = revokedSessions;
	}

	@EventListener(CleanDatabase.Cleaned.class)
	void clearCache() {
		this.revokedSessions.clear();
	}

}
