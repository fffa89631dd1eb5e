package com.howsmytrack.notification;

import java.net.URI;

/// A group in a mail.
///
/// @param address the page of the group on the website
/// @param trackless whether the recipient is in the group without a track
record GroupLink(long id, String name, URI address, boolean trackless) {
}
