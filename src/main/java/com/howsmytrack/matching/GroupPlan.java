package com.howsmytrack.matching;

import java.util.List;

import com.howsmytrack.feedback.GroupToForm;

/// The result of the planning. It contains every pending request exactly once.
///
/// @param groups in the order in which they are to be formed
/// @param leftPending the ids of the requests that stay pending: either all requests or none, because two requests with
/// a track are enough for a group, and a group takes any number of trackless requests
record GroupPlan(List<GroupToForm> groups, List<Long> leftPending) {
}
