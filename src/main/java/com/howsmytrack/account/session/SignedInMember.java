package com.howsmytrack.account.session;

import java.util.Optional;

import com.howsmytrack.account.AccountId;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// The member whose session cookie came with the request.
///
/// @param token the content of the cookie
record SignedInMember(AccountId account, SessionToken token) {

	/// The member of the current thread's request. Empty without a valid cookie.
	static Optional<SignedInMember> current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SignedInMember member)
				? Optional.of(member) : Optional.empty();
	}

	/// @param id as a client sends it
	boolean isAccount(String id) {
		return Long.toString(this.account.value()).equals(id);
	}

}
