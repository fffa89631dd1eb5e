package com.howsmytrack.notification.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.OwnRequest;
import com.howsmytrack.feedback.OwnRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The facts of notices about the track of a request: `request`, `track` (its version) and, once the request is in a group,
/// `group` and `groupName`.
@Component
class TrackFacts {

	private final OwnRequests requests;

	TrackFacts(OwnRequests requests) {
		this.requests = requests;
	}

	/// Empty if the member has no such request.
	Optional<Facts> find(long request, AccountId owner) {
		return this.requests.find(request, owner).map(TrackFacts::of);
	}

	/// The facts as they are now. Empty if the owner has changed the track or deleted the
	/// request.
	Optional<Facts> current(Facts facts, AccountId owner) {
		return find(facts.number("request"), owner)
			.filter((current) -> current.text("track").equals(facts.text("track")));
	}

	private static Facts of(OwnRequest request) {
		Map<String, @Nullable Object> facts = new HashMap<>();
		facts.put("request", request.id());
		facts.put("track", request.trackVersion());
		facts.put("group", request.group());
		facts.put("groupName", request.groupName());
		return new Facts(facts);
	}

}
