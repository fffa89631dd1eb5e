package com.howsmytrack.account;

import java.util.Optional;

import com.howsmytrack.graphql.AccessCheck;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Members are known by their cookie alone. Whether somebody operates the service is asked of the database
/// each time: the right can be taken away, and few ever ask.
@Component
class MemberAccessCheck implements AccessCheck {

	private final Accounts accounts;

	MemberAccessCheck(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean isMember() {
		return signedIn().isPresent();
	}

	@Override
	public boolean isOperator() {
		return signedIn().flatMap((member) -> this.accounts.findById(member.account().value()))
			.filter(Account::isOperator)
			.isPresent();
	}

	private static Optional<SignedInMember> signedIn() {
		return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.map(Authentication::getPrincipal)
			.filter(SignedInMember.class::isInstance)
			.map(SignedInMember.class::cast);
	}

}
