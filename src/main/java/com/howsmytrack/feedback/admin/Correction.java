package com.howsmytrack.feedback.admin;

import java.util.List;
import java.util.Map;

import com.howsmytrack.audit.AuditDetail;
import org.jspecify.annotations.Nullable;

/// A correction that was made.
///
/// @param person the owner of the request or the responder; null if the account was deleted
/// @param details ids and numbers for the audit log
record Correction(@Nullable Long person, Map<String, @Nullable Object> details) {

	/// The group that a moved request leaves.
	static final String FROM = "from";

	/// The group that a moved request joins.
	static final String TO = "to";

	/// The group from which a request is removed, or in which a response is cleared.
	static final String GROUP = "group";

	/// The corrections that concern a group.
	static AuditDetail inGroup(long group) {
		return new AuditDetail(List.of(FROM, TO, GROUP), group);
	}

}
