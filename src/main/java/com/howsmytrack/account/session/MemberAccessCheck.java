package com.howsmytrack.account.session;

import java.util.Optional;

import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.graphql.AccessCheck;

import org.springframework.stereotype.Component;

/// Decides by the session cookie whether the caller is a member. The operator role, which a disabled account does not
/// have, and revoked sessions are read from the database: the cached revocations can be some seconds old, which would be
/// enough for an operator who lost the role to grant it again.
@Component
class MemberAccessCheck implements AccessCheck {

	private final AccountService accounts;

	MemberAccessCheck(AccountService accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean isMember() {
		return SignedInMember.current().isPresent();
	}

	@Override
	public Optional<Long> operator() {
		return SignedInMember.current()
			.filter((member) -> this.accounts.find(member.account())
				.filter((account) -> account.operator() && account.sessionGeneration() == member.token().generation())
				.isPresent())
			.map((member) -> member.account().value());
	}

}
