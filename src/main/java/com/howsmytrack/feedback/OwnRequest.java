package com.howsmytrack.feedback;

import org.jspecify.annotations.Nullable;

/// A request of a member, for notices and mails about it.
///
/// @param group id of its group; null while the request is pending
/// @param trackVersion changes if the owner changes the track; empty for a trackless request
public record OwnRequest(long id, @Nullable Long group, @Nullable String groupName, String trackVersion) {

	public boolean isPending() {
		return this.group == null;
	}

}
