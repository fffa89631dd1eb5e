package com.howsmytrack.feedback;

/// A night brought members together. Announced within its transaction; the ids of the groups follow each other. A large
/// night announces its groups in several parts.
public record FeedbackGroupsFormed(long firstGroupId, long lastGroupId) {
}
