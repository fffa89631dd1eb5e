package com.howsmytrack.mail;

import java.time.Duration;

/// Letters that did not leave, at one moment.
///
/// @param queued how many wait, be it for their turn or for another try
/// @param oldestAge how long the oldest of those has waited; zero when none waits
/// @param givenUp how many were given up and not retried
public record MailBacklog(long queued, Duration oldestAge, long givenUp) {
}
