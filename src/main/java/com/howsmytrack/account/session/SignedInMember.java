package com.howsmytrack.account.session;

import java.util.Optional;

import com.howsmytrack.account.AccountId;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Whose cookie the request brought.
///
/// @param token what the cookie says
public record SignedInMember(AccountId account, SessionToken token) {

	/// Of the request that this thread serves. Empty for strangers.
	static Optional<SignedInMember> current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SignedInMember member)
				? Optional.of(member) : Optional.empty();
	}

}
