package com.howsmytrack.feedback.request;

import org.jspecify.annotations.Nullable;

/// A request as its reader may see it.
///
/// @param emailWhenGrouped null on requests of other members
public record RequestView(long id, @Nullable String mediaUrl, @Nullable String mediaType,
		@Nullable String feedbackPrompt, @Nullable Boolean emailWhenGrouped, String genre) {
}
