package com.howsmytrack.account.session;

import com.howsmytrack.testing.CleanDatabase;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Clears the cached revocations after each test, because the accounts of the next test have the same ids.
@Component
public class ForgetSessions {

	private final RevokedSessions revokedSessions;

	ForgetSessions(RevokedSessions revokedSessions) {
		this.revokedSessions = revokedSessions;
	}

	@EventListener(CleanDatabase.Cleaned.class)
	void forget() {
		this.revokedSessions.clear();
	}

}
