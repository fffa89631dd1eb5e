package com.howsmytrack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Executes `java -jar howsmytrack.jar COMMAND`: runs one command or one job without a web server, and exits with a
/// status that states the outcome. Messages for the operator go to the error stream.
final class CommandLine {

	private static final int SUCCEEDED = 0;

	private static final int FAILED = 1;

	private static final int UNKNOWN_COMMAND = 2;

	/// See application-command.yaml.
	private static final String PROFILE = "command";

	private CommandLine() {
	}

	/// Whether the arguments begin with a command. Otherwise they start the service.
	static boolean isCommand(String[] args) {
		return args.length > 0 && !args[0].startsWith("--");
	}

	/// Runs the command to its end.
	/// @param args the name of the command, its arguments, and properties of the service
	/// @return the exit status
	static int run(String[] args) {
		List<String> arguments = Arrays.stream(args).skip(1).filter((word) -> !word.startsWith("--")).toList();
		String[] properties = Arrays.stream(args).filter((word) -> word.startsWith("--")).toArray(String[]::new);
		CommandCatalog catalog = CommandCatalog.ofClassPath();
		Optional<CommandCatalog.Entry> entry = catalog.find(args[0]);
		if (entry.isEmpty()) {
			return reject("Unknown command: " + args[0], catalog);
		}
		if (entry.get().arguments().size() != arguments.size()) {
			return reject("Wrong number of arguments for " + args[0], catalog);
		}
		return run(properties, entry.get(), arguments);
	}

	private static int reject(String message, CommandCatalog catalog) {
		System.err.println(message);
		System.err.println("Commands:");
		catalog.usages().forEach((usage) -> System.err.println("  " + usage));
		return UNKNOWN_COMMAND;
	}

	private static int run(String[] properties, CommandCatalog.Entry entry, List<String> arguments) {
		try (ConfigurableApplicationContext context = context(entry, properties)) {
			return execute(entry, arguments, context);
		}
	}

	/// The beans of the command. They are created when they are first used.
	static ConfigurableApplicationContext context(CommandCatalog.Entry entry, String... properties) {
		// Spring Boot would initialize the web server and its message converters in the
		// background.
		System.setProperty("spring.backgroundpreinitializer.ignore", "true");
		SpringApplication application = new SpringApplication(CommandConfiguration.class);
		if (entry.usesEntities()) {
			application.addPrimarySources(Set.of(CommandConfiguration.Entities.class));
		}
		application.setMainApplicationClass(HowsMyTrackApplication.class);
		application.setAdditionalProfiles(PROFILE);
		return application.run(properties);
	}

	private static int execute(CommandCatalog.Entry entry, List<String> arguments, ApplicationContext context) {
		return switch (entry) {
			case CommandCatalog.JobEntry(JobName job) -> execute(job, context.getBean(JobRunner.class));
			case CommandCatalog.CommandEntry command -> execute(context.getBean(command.type()), arguments);
		};
	}

	private static int execute(Command command, List<String> arguments) {
		try {
			command.run(arguments);
			return SUCCEEDED;
		}
		catch (CommandFailedException failure) {
			System.err.println(failure.getMessage());
			return FAILED;
		}
	}

	private static int execute(JobName job, JobRunner runner) {
		Optional<JobRun> run = runner.run(job);
		if (run.isEmpty()) {
			System.err.println(job + " did not run: another run holds its lock.");
			return FAILED;
		}
		if (!run.get().hasSucceeded()) {
			System.err.println(job + " failed and changed " + changes(run.get()) + ". The log above states the cause.");
			return FAILED;
		}
		return SUCCEEDED;
	}

	private static String changes(JobRun failed) {
		return failed.counts().isEmpty() ? "nothing" : failed.counts().toString();
	}

}
