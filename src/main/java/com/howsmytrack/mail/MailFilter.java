package com.howsmytrack.mail;

import org.jspecify.annotations.Nullable;

/// A filter for mails. Null means any.
///
/// @param recipient the whole address, in upper or lower case; an international domain in either form
public record MailFilter(MailRecord.@Nullable State state, @Nullable String kind, @Nullable String recipient,
		@Nullable Long account, @Nullable Boolean recipientRefused) {
}
