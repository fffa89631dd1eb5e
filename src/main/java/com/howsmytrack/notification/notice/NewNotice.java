package com.howsmytrack.notification.notice;

import java.util.Map;

import com.howsmytrack.account.AccountId;
import org.jspecify.annotations.Nullable;

/// A notice to be stored.
///
/// @param subject the id of the request or response that the notice is about
record NewNotice(AccountId member, long subject, Map<String, ? extends @Nullable Object> facts) {
}
