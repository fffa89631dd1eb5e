package com.howsmytrack.feedback.admin;

import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditSubject;

/// The audit actions and audit subjects of requests and responses.
final class FeedbackAudit {

	static final AuditSubject REQUEST = new AuditSubject("REQUEST");

	static final AuditSubject RESPONSE = new AuditSubject("RESPONSE");

	static final AuditAction MOVE_REQUEST = new AuditAction("MOVE_REQUEST");

	static final AuditAction REMOVE_REQUEST = new AuditAction("REMOVE_REQUEST");

	static final AuditAction CLEAR_RESPONSE = new AuditAction("CLEAR_RESPONSE");

	private FeedbackAudit() {
	}

}
