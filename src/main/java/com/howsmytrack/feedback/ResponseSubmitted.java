package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;

/// A member submitted a response. It is published in the transaction of the submission. The account ids must not reach a
/// client, because members of a group are anonymous to each other.
///
/// @param response id of the response
public record ResponseSubmitted(long response, AccountId responder, AccountId trackOwner) {
}
