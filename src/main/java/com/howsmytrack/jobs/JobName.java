package com.howsmytrack.jobs;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a job as operators write it on the command line and in settings, for example `assign-groups`.
public record JobName(String value) implements Comparable<JobName> {

	private static final Pattern SYNTAX = Pattern.compile("[a-z]+(-[a-z]+)*");

	/// The column `job_run.job` and the name of a lock hold 64 characters.
	private static final int LONGEST = 64;

	public JobName {
		if (!SYNTAX.matcher(value).matches() || value.length() > LONGEST) {
			throw new IllegalArgumentException(
					"The name of a job is lower-case words joined by hyphens, at most %d characters: \"%s\""
						.formatted(LONGEST, value));
		}
	}

	/// The job of a value of the enum `Job` of the GraphQL schema.
	public static JobName ofEnumValue(String value) {
		return new JobName(value.toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	/// The job's value of the enum `Job` of the GraphQL schema, for example
	/// `ASSIGN_GROUPS`.
	public String enumValue() {
		return this.value.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	@Override
	public int compareTo(JobName other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
