package com.howsmytrack.track;

import java.util.Collection;

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

	/// Deletes what is known about the tracks of a member who deletes the account. A
	/// track that another member named too
	/// loses its title.
	/// @param keys of the links
	/// @param urls of the links, to which a short link may have led
	public void forget(AccountId member, Collection<String> keys, Collection<String> urls) {
		this.queue.delete(member.value(), keys, urls);
	}

}
