package com.howsmytrack.feedback;

/// A night brought members together. Announced within its transaction, once for all groups, whose ids follow
/// each other.
public record FeedbackGroupsFormed(long firstGroupId, long lastGroupId) {
}
