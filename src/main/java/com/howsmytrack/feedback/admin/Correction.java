package com.howsmytrack.feedback.admin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What an operator corrected.
///
/// @param person whose request or response it was; null once they have left
/// @param details ids and numbers, for the record
public record Correction(@Nullable Long person, Map<String, @Nullable Object> details) {
}
