package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;
import org.jspecify.annotations.Nullable;

/// A member replied to a response. It is published in the transaction that adds the reply. The account ids must not reach
/// a client, because the two members are anonymous to each other.
///
/// @param reply id of the reply
/// @param response id of the response
/// @param reader the member who can read the reply; null if the account was deleted, or if the member is no longer in the
/// group
public record ReplyAdded(long reply, long response, AccountId author, @Nullable AccountId reader) {
}
