package com.howsmytrack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.jobs.CommandName;
import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
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
	/// @param args its name, what it needs, and properties
	/// @return the exit status
	static int run(String[] args) {
		List<String> words = Arrays.stream(args).skip(1).filter((word) -> !word.startsWith("--")).toList();
		String[] properties = Arrays.stream(args).filter((word) -> word.startsWith("--")).toArray(String[]::new);
		Optional<Job> job = Job.ofCommand(args[0]).filter((_) -> words.isEmpty());
		Optional<CommandName> name = CommandName.of(args[0]).filter((known) -> known.arguments() == words.size());
		if (job.isPresent()) {
			return start(properties, (context) -> run(job.get(), context.getBean(JobRunner.class)));
		}
		if (name.isPresent()) {
			return start(properties, (context) -> run(command(name.get(), context), words));
		}
		explain(args[0]);
		return UNKNOWN_COMMAND;
	}

	private static void explain(String command) {
		boolean known = Job.ofCommand(command).isPresent() || CommandName.of(command).isPresent();
		System.err.println((known ? "Not enough or too much behind " : "Unknown command: ") + command);
		System.err.println("Commands:");
		Stream
			.concat(Arrays.stream(Job.values()).map(Job::command),
					Arrays.stream(CommandName.values()).map(CommandName::usage))
			.forEach((usage) -> System.err.println("  " + usage));
	}

	private static int start(String[] properties, ToIntFunction<ApplicationContext> work) {
		SpringApplication application = new SpringApplication(HowsMyTrackApplication.class);
		application.setAdditionalProfiles(PROFILE);
		try (ConfigurableApplicationContext context = application.run(properties)) {
			return work.applyAsInt(context);
		}
	}

	private static Command command(CommandName name, ApplicationContext context) {
		return context.getBeanProvider(Command.class)
			.stream()
			.filter((command) -> command.name() == name)
			.findFirst()
			.orElseThrow();
	}

	private static int run(Command command, List<String> words) {
		try {
			command.run(words);
			return DONE;
		}
		catch (CommandFailedException failure) {
			System.err.println(failure.getMessage());
			return NOT_DONE;
		}
	}

	private static int run(Job job, JobRunner runner) {
		Optional<JobRun> run = runner.run(job);
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
