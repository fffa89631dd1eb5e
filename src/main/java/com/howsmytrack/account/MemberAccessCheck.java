package com.howsmytrack.account;

import com.howsmytrack.graphql.AccessCheck;

import org.springframework.stereotype.Component;

/// Members are known by their cookie alone. Whether somebody operates the service is asked of the database
/// each time: the right can be taken away, and few ever ask. So are disabling and ended sessions, which other instances
/// hear of only after a moment: long enough for somebody to let themselves in again.
@Component
class MemberAccessCheck implements AccessCheck {

	private final Accounts accounts;

	MemberAccessCheck(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean isMember() {
		return SignedInMember.current().isPresent();
	}

	@Override
	public boolean isOperator() {
		return SignedInMember.current()
			.filter((member) -> this.accounts.findById(member.account().value())
				.filter((account) -> account.isOperator() && !account.isDisabled()
						&& account.sessionGeneration() == member.token().generation())
				.isPresent())
			.isPresent();
	}

}
