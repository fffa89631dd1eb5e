package com.howsmytrack.account.admin;

import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditSubject;

/// The audit actions and the audit subject of accounts.
public final class AccountAudit {

	public static final AuditSubject PERSON = new AuditSubject("PERSON");

	static final AuditAction DISABLE_ACCOUNT = new AuditAction("DISABLE_ACCOUNT");

	static final AuditAction ENABLE_ACCOUNT = new AuditAction("ENABLE_ACCOUNT");

	static final AuditAction GRANT_OPERATOR = new AuditAction("GRANT_OPERATOR");

	static final AuditAction REVOKE_OPERATOR = new AuditAction("REVOKE_OPERATOR");

	private AccountAudit() {
	}

}
