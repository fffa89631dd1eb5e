package com.howsmytrack.account;

import com.howsmytrack.testing.CleanSlate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the application hear that no session of an earlier test was ended: the accounts of the next have the same ids.
@Component
public class SessionsForget {

	private final EndedSessions endedSessions;

	SessionsForget(EndedSessions endedSessions) {
		this.endedSessions = endedSessions;
	}

	@EventListener(CleanSlate.Cleaned.class)
	void forget() {
		this.endedSessions.forget();
	}

}
