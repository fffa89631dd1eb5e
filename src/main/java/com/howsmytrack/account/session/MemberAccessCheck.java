package com.howsmytrack.account.session;

import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.graphql.AccessCheck;

import org.springframework.stereotype.Component;

/// Members are known by their cookie alone. Whether somebody operates the service is asked of the database
/// each time: the right can be taken away, and few ever ask. So are disabling and ended sessions, which other instances
/// hear of only after a moment: long enough for somebody to let themselves in again.
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
	public boolean isOperator() {
		return SignedInMember.current()
			.filter((member) -> this.accounts.find(member.account())
				.filter((account) -> account.operator() && !account.disabled()
						&& account.sessionGeneration() == member.token().generation())
				.isPresent())
			.isPresent();
	}

}
