package com.howsmytrack.mail;

import java.time.Duration;

/// The unsent mails at one moment.
///
/// @param queued how many wait for their first attempt or for a retry
/// @param oldestAge the age of the oldest queued mail; zero if none is queued
/// @param givenUp how many were given up and have not been retried
public record MailBacklog(long queued, Duration oldestAge, long givenUp) {
}
