package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// Which replies an operator looks for. What is null is not looked at.
///
/// @param writer who wrote them
/// @param response below which they are
public record ReplyFilter(@Nullable Long writer, @Nullable Long response) {
}
