package com.howsmytrack.track;

import com.howsmytrack.account.AccountId;

import org.springframework.stereotype.Component;

/// Has the target of a short link, or the title of a track, looked up at its service.
@Component
public class TrackLookups {

	private final LookupQueue queue;

	TrackLookups(LookupQueue queue) {
		this.queue = queue;
	}

	/// Requests a look-up, in the transaction that stores the link. The result is
	/// published, or shown as soon as it is
	/// known.
	/// @param member whose calls are counted
	public void request(TrackLink link, AccountId member) {
		if (TrackLookup.isNeeded(link)) {
			this.queue.add(link, member.value());
		}
	}

}
