package com.howsmytrack.feedback;

/// An operator moved a request into a group. Published in the transaction of the move.
public record RequestJoinedGroup(long request, long group) {
}
