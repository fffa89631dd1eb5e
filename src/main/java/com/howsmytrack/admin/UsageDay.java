package com.howsmytrack.admin;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// How the service was used on one day.
///
/// @param responsesAsked forms that the members of the groups of the day received
/// @param responsesGiven how many of these forms are submitted
record UsageDay(LocalDate day, long registrations, long requests, long groups, long responsesAsked,
		long responsesGiven) {

	/// Null if there are no forms.
	public @Nullable Double responseRate() {
		return (this.responsesAsked > 0) ? (double) this.responsesGiven / this.responsesAsked : null;
	}

}
