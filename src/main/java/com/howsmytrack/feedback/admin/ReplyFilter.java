package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// A filter for replies. Null means any.
///
/// @param writer the member who wrote the reply
/// @param response the response to which the reply belongs
record ReplyFilter(@Nullable Long writer, @Nullable Long response) {
}
