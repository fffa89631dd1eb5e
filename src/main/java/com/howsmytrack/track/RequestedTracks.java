package com.howsmytrack.track;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The tracks that the stored requests name, which another module knows.
public interface RequestedTracks {

	/// The links of pending requests, in the order of their positions.
	/// @param position that of the last link before; 0 at first
	List<PendingLink> pendingAfter(long position, int count);

	/// Those of the keys that a request has. See [TrackLink#key].
	Set<String> keysInUse(Collection<String> keys);

	/// Those of the links that a request has.
	Set<String> linksInUse(Collection<String> urls);

	/// The link of a pending request.
	///
	/// @param position above 0
	record PendingLink(long position, String url) {
	}

}
