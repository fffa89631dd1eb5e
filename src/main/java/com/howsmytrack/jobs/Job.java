package com.howsmytrack.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every job there is, in the order of a night. The names are also the values of `Job` in the schema.
public enum Job {

	CALCULATE_USER_RATINGS, SEND_GROUP_REMINDER_EMAILS, ASSIGN_GROUPS;

	/// As operators write it: on the command line, in settings, in the table of runs.
	public String command() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<Job> ofCommand(String command) {
		return Arrays.stream(values()).filter((job) -> job.command().equals(command)).findFirst();
	}

}
