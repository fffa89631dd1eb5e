package com.howsmytrack.account.admin;

import java.util.Map;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditNote;
import com.howsmytrack.audit.AuditReason;
import com.howsmytrack.audit.AuditedChanges;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// Operators disable and enable accounts, and decide who is an operator.
@Controller
class AdminAccountController {

	private final AdminAccounts admin;

	private final AuditedChanges changes;

	AdminAccountController(AdminAccounts admin, AuditedChanges changes) {
		this.admin = admin;
		this.changes = changes;
	}

	@MutationMapping
	MutationResult disableAccount(@CurrentMember AccountId me, @Argument @Nullable String id,
			@Argument @Nullable String email, @Argument String reason) {
		MutationResult result = make(AccountAudit.DISABLE_ACCOUNT, me, reason,
				() -> this.admin.disable(new AccountReference(id, email)));
		this.admin.publishRevokedSessions();
		return result;
	}

	@MutationMapping
	MutationResult enableAccount(@CurrentMember AccountId me, @Argument @Nullable String id,
			@Argument @Nullable String email, @Argument String reason) {
		return make(AccountAudit.ENABLE_ACCOUNT, me, reason, () -> this.admin.enable(new AccountReference(id, email)));
	}

	@MutationMapping
	MutationResult grantOperator(@CurrentMember AccountId me, @Argument @Nullable String id,
			@Argument @Nullable String email, @Argument String reason) {
		return make(AccountAudit.GRANT_OPERATOR, me, reason,
				() -> this.admin.grantOperator(new AccountReference(id, email)));
	}

	@MutationMapping
	MutationResult revokeOperator(@CurrentMember AccountId me, @Argument @Nullable String id,
			@Argument @Nullable String email, @Argument String reason) {
		return make(AccountAudit.REVOKE_OPERATOR, me, reason,
				() -> this.admin.revokeOperator(new AccountReference(id, email)));
	}

	private MutationResult make(AuditAction action, AccountId me, String reason, Supplier<Outcome<AccountId>> change) {
		return MutationResult.of(this.changes.make(me.value(), new AuditReason(reason), change,
				(account) -> new AuditNote(action, AccountAudit.PERSON, account.value(), account.value(), Map.of())));
	}

}
