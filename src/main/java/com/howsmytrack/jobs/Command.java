package com.howsmytrack.jobs;

import java.util.List;

/// A command of the command line. Its class is a component and carries [CommandDefinition]. It prints its result for
/// the operator to the standard output.
public interface Command {

	/// Executes the command.
	/// @param arguments as many as the definition names
	/// @throws CommandFailedException when the command could not be executed
	void run(List<String> arguments) throws CommandFailedException;

}
