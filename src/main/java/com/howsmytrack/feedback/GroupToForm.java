package com.howsmytrack.feedback;

import java.util.List;
import java.util.Set;

import com.howsmytrack.track.Genre;

/// A group that an assignment run planned.
///
/// @param genres the genres of the pool, which make up the name of the group
/// @param requests ids of the members' requests, trackless ones last
public record GroupToForm(Set<Genre> genres, List<Long> requests) {
}
