package com.howsmytrack.operations;

import java.util.function.Supplier;

import com.howsmytrack.account.AccountDesk;
import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// What an operator does about accounts.
@Controller
class AccountDeskController {

	private final AccountDesk desk;

	private final AuditedChanges changes;

	AccountDeskController(AccountDesk desk, AuditedChanges changes) {
		this.desk = desk;
		this.changes = changes;
	}

	@MutationMapping
	MutationResult disableAccount(@CurrentMember AccountId me, @Argument String email, @Argument String reason) {
		MutationResult result = make(AuditAction.DISABLE_ACCOUNT, me, reason, () -> this.desk.disable(email));
		this.desk.tellOfEndedSessions();
		return result;
	}

	@MutationMapping
	MutationResult enableAccount(@CurrentMember AccountId me, @Argument String email, @Argument String reason) {
		return make(AuditAction.ENABLE_ACCOUNT, me, reason, () -> this.desk.enable(email));
	}

	@MutationMapping
	MutationResult grantOperator(@CurrentMember AccountId me, @Argument String email, @Argument String reason) {
		return make(AuditAction.GRANT_OPERATOR, me, reason, () -> this.desk.grantOperator(email));
	}

	@MutationMapping
	MutationResult revokeOperator(@CurrentMember AccountId me, @Argument String email, @Argument String reason) {
		return make(AuditAction.REVOKE_OPERATOR, me, reason, () -> this.desk.revokeOperator(email));
	}

	private MutationResult make(AuditAction action, AccountId me, String reason, Supplier<Outcome<AccountId>> change) {
		return MutationResult
			.of(this.changes.make(me, new Reason(reason), change, (account) -> AuditNote.about(action, account)));
	}

}
