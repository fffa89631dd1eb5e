/// Notices: what a member is told in a list of the web client and, unless switched off, by mail. Each kind is a
/// `NoticeKind`, which writes both texts. Notices about feedback, replies and tracks become visible in batches, so that
/// they do not tell when another member wrote something.
@NullMarked
package com.howsmytrack.notification.notice;

import org.jspecify.annotations.NullMarked;
