package com.howsmytrack.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every command there is but the jobs of the night. They are known before anything is started for them: who mistypes one
/// hears so at once.
public enum CommandName {

	/// Brings the database up to date, as every start does, and that is all.
	MIGRATE,

	/// Lets somebody operate the service, with an account or without.
	CREATE_OPERATOR("EMAIL"),

	/// Writes how the service was used, day by day, into a file.
	EXPORT_STATS("DIRECTORY"),

	/// Copies the database of the service before this one into an empty one.
	IMPORT_DJANGO("URL");

	private final String usage;

	private final int arguments;

	CommandName(String... arguments) {
		this.usage = String.join(" ", command(), String.join(" ", arguments)).strip();
		this.arguments = arguments.length;
	}

	/// As operators write it.
	public String command() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/// With what it needs behind it.
	public String usage() {
		return this.usage;
	}

	/// How many words it needs behind it.
	public int arguments() {
		return this.arguments;
	}

	/// Empty when there is none of that name.
	public static Optional<CommandName> of(String command) {
		return Arrays.stream(values()).filter((name) -> name.command().equals(command)).findFirst();
	}

}
