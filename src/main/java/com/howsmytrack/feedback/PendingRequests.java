package com.howsmytrack.feedback;

import java.util.List;

/// The pending requests.
public interface PendingRequests {

	/// All pending requests. They stay locked until the end of the caller's transaction:
	/// their owners cannot edit or delete them, and a second caller waits.
	Locked lockAll();

	/// The locked requests.
	///
	/// @param unsupported ids of requests with a genre that this version does not
	/// support, for example during an update to a newer version; they stay pending, and
	/// the other requests are grouped
	record Locked(List<PendingRequest> requests, List<Long> unsupported) {
	}

}
