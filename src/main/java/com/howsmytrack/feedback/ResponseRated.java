package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;
import org.jspecify.annotations.Nullable;

/// The owner of a track rated a response. It is published in the transaction of the rating. The account ids must not
/// reach a client, because members of a group are anonymous to each other; nor may the responder learn when one response
/// was rated.
///
/// @param response id of the response
/// @param responder null if the account was deleted
public record ResponseRated(long response, AccountId trackOwner, @Nullable AccountId responder) {
}
