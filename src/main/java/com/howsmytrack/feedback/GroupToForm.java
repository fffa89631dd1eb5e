package com.howsmytrack.feedback;

import java.util.List;
import java.util.Set;

import com.howsmytrack.track.Genre;

/// Who is to sit together from tonight on.
///
/// @param genres those of the pool that the group was cut from; they make up its name
/// @param requests the ids of the members' requests, trackless ones last
public record GroupToForm(Set<Genre> genres, List<Long> requests) {
}
