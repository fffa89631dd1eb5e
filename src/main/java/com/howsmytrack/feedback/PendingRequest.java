package com.howsmytrack.feedback;

import java.time.Instant;

import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// A pending request, with everything that the planner needs.
///
/// @param rating the rating of the owner, from 1 to 5; null if unrated
/// @param hasTrack false for a trackless request: its owner gives feedback and receives none
public record PendingRequest(long id, Genre genre, @Nullable Double rating, Instant createdAt, boolean hasTrack) {
}
