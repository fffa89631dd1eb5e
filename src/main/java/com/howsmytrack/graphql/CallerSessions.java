package com.howsmytrack.graphql;

import java.util.Optional;

/// Finds the session of the current caller.
public interface CallerSessions {

	/// The session of the current thread's request. Empty if the caller is not signed in.
	Optional<CallerSession> current();

}
