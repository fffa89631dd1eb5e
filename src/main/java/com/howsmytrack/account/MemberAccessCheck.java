package com.howsmytrack.account;

import com.howsmytrack.graphql.AccessCheck;

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
		return SignedInMember.current().isPresent();
	}

	@Override
	public boolean isOperator() {
		return SignedInMember.current()
			.flatMap((member) -> this.accounts.findById(member.account().value()))
			.filter(Account::isOperator)
			.isPresent();
	}

}
