package com.howsmytrack.mail;

import org.jspecify.annotations.Nullable;

/// An operator's search for mails. Null means: no condition.
///
/// @param recipient the whole address, in upper or lower case
public record MailFilter(MailRecord.@Nullable State state, @Nullable String kind, @Nullable String recipient,
		@Nullable Long account) {
}
