package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;

/// The link of the track of a request was found broken. Published in the transaction that stores this.
///
/// @param request id of the request
/// @param member the owner of the request
public record RequestTrackBroken(long request, AccountId member) {
}
