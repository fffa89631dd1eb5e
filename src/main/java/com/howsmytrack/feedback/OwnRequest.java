package com.howsmytrack.feedback;

import org.jspecify.annotations.Nullable;

/// A request of a member, for notices and mails about it.
///
/// @param group id of its group; null while the request is pending
/// @param trackVersion changes with the link, also if the new link has the same key, for example the link with the secret of
/// a private track; empty for a trackless request
public record OwnRequest(long id, @Nullable Long group, @Nullable String groupName, String trackVersion) {

	public boolean isPending() {
		return this.group == null;
	}

}
