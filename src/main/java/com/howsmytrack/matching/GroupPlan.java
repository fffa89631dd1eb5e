package com.howsmytrack.matching;

import java.util.List;

import com.howsmytrack.feedback.GroupToForm;

/// Who sits with whom from tonight on. Every request that was pending is in it exactly once.
///
/// @param groups in the order in which they are to be formed
/// @param leftPending the ids of the requests that wait for another night: all or none of them, because two tracks
/// suffice for a group and any group takes trackless requests
record GroupPlan(List<GroupToForm> groups, List<Long> leftPending) {
}
