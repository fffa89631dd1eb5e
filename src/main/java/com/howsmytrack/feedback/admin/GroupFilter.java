package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// A filter for groups. Null means any.
///
/// @param person the owner of a request in the group
/// @param name a part of the name
record GroupFilter(@Nullable Long person, @Nullable SearchText name) {
}
