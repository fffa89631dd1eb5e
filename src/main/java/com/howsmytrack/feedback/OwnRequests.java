package com.howsmytrack.feedback;

import java.util.Optional;

import com.howsmytrack.account.AccountId;

/// Finds single requests of a member.
public interface OwnRequests {

	/// Empty if there is no such request of the member.
	Optional<OwnRequest> find(long request, AccountId owner);

}
