package com.howsmytrack.track;

/// The target of a short link was found. Published in the transaction that stores this. It is published again when another
/// request has the same short link.
///
/// @param shortKey the key of the short link
/// @param track the link to which it leads
public record ShortLinkResolved(String shortKey, TrackLink track) {
}
