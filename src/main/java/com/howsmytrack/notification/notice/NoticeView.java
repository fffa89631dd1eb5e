package com.howsmytrack.notification.notice;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A notice as its member sees it.
///
/// @param kind the value of the enum in the schema
/// @param link what the path leads to
record NoticeView(UUID id, String kind, String title, String text, String path, String link, OffsetDateTime createdAt,
		boolean read) {
}
