package com.howsmytrack.admin;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// How the service was used on a day.
///
/// @param responsesAsked forms that the groups of the day were given
/// @param responsesGiven how many of those are submitted by now
record UsageDay(LocalDate day, long registrations, long requests, long groups, long responsesAsked,
		long responsesGiven) {

	/// Null when nothing was asked.
	public @Nullable Double responseRate() {
		return (this.responsesAsked > 0) ? (double) this.responsesGiven / this.responsesAsked : null;
	}

}
