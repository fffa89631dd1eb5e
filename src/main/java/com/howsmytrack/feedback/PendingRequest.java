package com.howsmytrack.feedback;

import java.time.Instant;

import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// A request that waits for a group, with all that decides whose group it joins.
///
/// @param rating of the request's owner, from 1 to 5; null while unrated
/// @param hasTrack false for a trackless request, whose owner gives feedback and receives none
public record PendingRequest(long id, Genre genre, @Nullable Double rating, Instant createdAt, boolean hasTrack) {
}
