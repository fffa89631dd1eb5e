package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;

/// The short link of a request leads to a track for which another request is already pending, so it stays as it is.
/// Published in the transaction that stores this.
///
/// @param request id of the request
/// @param member the owner of the request
public record RequestTrackUnresolved(long request, AccountId member) {
}
