package com.howsmytrack.feedback.admin;

import java.util.Map;

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

	/// The group from which a request is removed.
	static final String GROUP = "group";

}
