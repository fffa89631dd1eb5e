package com.howsmytrack.audit;

/// What an operator did. Names as in the schema and the table.
public enum AuditAction {

	DISABLE_ACCOUNT, ENABLE_ACCOUNT, GRANT_OPERATOR, REVOKE_OPERATOR, CREATE_OPERATOR, MOVE_REQUEST, REMOVE_REQUEST,
	CLEAR_RESPONSE, RETRY_MAIL, RETRY_MAILS, RUN_JOB

}
