package com.howsmytrack.mail;

import org.jspecify.annotations.Nullable;

/// Which letters an operator looks for. What is null is not looked at.
///
/// @param recipient the whole address, in any case
public record MailFilter(MailRecord.@Nullable State state, @Nullable String kind, @Nullable String recipient,
		@Nullable Long account) {
}
