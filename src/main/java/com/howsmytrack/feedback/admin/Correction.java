package com.howsmytrack.feedback.admin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A correction that was made.
///
/// @param person the owner of the request or the responder; null if the account was deleted
/// @param details ids and numbers for the audit log
record Correction(@Nullable Long person, Map<String, @Nullable Object> details) {
}
