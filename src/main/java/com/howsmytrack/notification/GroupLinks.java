package com.howsmytrack.notification;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Reads groups from the facts of a mail: `groupId`, `groupName` and `trackless`, or a list `groups` of such facts.
@Component
class GroupLinks {

	private final PublicAddresses addresses;

	GroupLinks(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	List<GroupLink> all(Map<String, ?> facts) {
		return ((List<?>) fact(facts, "groups")).stream().map((group) -> one((Map<?, ?>) group)).toList();
	}

	GroupLink one(Map<?, ?> group) {
		long id = ((Number) fact(group, "groupId")).longValue();
		return new GroupLink(id, (String) fact(group, "groupName"), this.addresses.website("/group/" + id),
				(Boolean) fact(group, "trackless"));
	}

	private static Object fact(Map<?, ?> facts, String name) {
		return Objects.requireNonNull(facts.get(name), name);
	}

}
