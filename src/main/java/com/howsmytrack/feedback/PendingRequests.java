package com.howsmytrack.feedback;

import java.util.List;

/// The requests that wait for a group.
public interface PendingRequests {

	/// All of them, held until the end of the caller's transaction: nobody edits or
	/// deletes one meanwhile,
	/// and a second caller waits.
	List<PendingRequest> holdAll();

}
