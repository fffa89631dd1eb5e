package com.howsmytrack.feedback;

import java.util.List;

/// The requests that wait for a group.
public interface PendingRequests {

	/// All of them, held until the end of the caller's transaction: nobody edits or
	/// deletes one meanwhile, and a second caller waits.
	Held holdAll();

	/// What waits.
	///
	/// @param setAside the ids of those that this version cannot read, of a genre that a
	/// newer one knows for example; they wait on, and hold up nobody
	record Held(List<PendingRequest> requests, List<Long> setAside) {
	}

}
