package com.howsmytrack.account.link;

import java.time.Instant;

/// A mailed link as in the export of personal data, without the hash of its secret.
///
/// @param address the address of the account when the link was created
public record StoredLink(LinkPurpose purpose, String address, Instant expiresAt) {
}
