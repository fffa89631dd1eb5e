package com.howsmytrack;

import java.util.Arrays;
import java.util.Optional;

import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// What an operator asks of `java -jar howsmytrack.jar COMMAND`: it does that, starts no web server, and its
/// exit status says how it went. Messages for the operator go to the error stream, the log's stays the log's.
final class CommandLine {

	private static final int DONE = 0;

	private static final int NOT_DONE = 1;

	private static final int UNKNOWN_COMMAND = 2;

	/// See application-command.yaml.
	private static final String PROFILE = "command";

	private CommandLine() {
	}

	/// Whether the arguments begin with a command, rather than with a property or
	/// nothing.
	static boolean names(String[] args) {
		return args.length > 0 && !args[0].startsWith("--");
	}

	/// Runs the command to its end.
	/// @return the exit status
	static int run(String[] args) {
		Optional<Job> job = Job.ofCommand(args[0]);
		if (job.isEmpty()) {
			System.err.println("Unknown command: " + args[0]);
			System.err.println("Commands:");
			Arrays.stream(Job.values()).forEach((known) -> System.err.println("  " + known.command()));
			return UNKNOWN_COMMAND;
		}
		SpringApplication application = new SpringApplication(HowsMyTrackApplication.class);
		application.setAdditionalProfiles(PROFILE);
		try (ConfigurableApplicationContext context = application.run(Arrays.copyOfRange(args, 1, args.length))) {
			return report(job.get(), context.getBean(JobRunner.class).run(job.get()));
		}
	}

	private static int report(Job job, Optional<JobRun> run) {
		if (run.isEmpty()) {
			System.err.println(job.command() + " did not run: another run holds its lock.");
			return NOT_DONE;
		}
		if (run.get().outcome() != JobRun.Outcome.SUCCEEDED) {
			System.err.println(job.command() + " failed and changed nothing. The log above says why.");
			return NOT_DONE;
		}
		return DONE;
	}

}
