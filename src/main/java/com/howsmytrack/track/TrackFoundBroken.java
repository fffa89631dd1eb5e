package com.howsmytrack.track;

/// The service of a track has said twice, with time between, that the track does not exist. Published in the transaction
/// that stores this.
///
/// @param trackKey see [TrackLink#key]
/// @param url the link that was looked up. Another link with the same key can work: the link of a private track with its
/// secret
public record TrackFoundBroken(String trackKey, String url) {
}
