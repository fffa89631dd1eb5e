package com.howsmytrack.feedback;

import java.util.List;

/// An assignment run formed groups. It is published in the transaction of the run, once for each batch of groups.
///
/// @param groups ids of the groups
/// @param requests ids of the requests in these groups
public record GroupsFormed(List<Long> groups, List<Long> requests) {
}
