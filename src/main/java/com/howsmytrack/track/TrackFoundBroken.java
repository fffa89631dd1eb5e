package com.howsmytrack.track;

/// The service of a track has said twice, with time between, that the track does not exist. Published in the transaction
/// that stores this.
///
/// @param trackKey see [TrackLink#key]
public record TrackFoundBroken(String trackKey) {
}
