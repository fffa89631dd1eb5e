package com.howsmytrack.jobs;

import java.util.List;

/// A command of the command line. It says on the standard output what it did, in words for people.
public interface Command {

	/// Which one it is.
	CommandName name();

	/// Does it.
	/// @param arguments as many as the name says
	/// @throws CommandFailedException when it could not, with what the operator should
	/// know
	void run(List<String> arguments) throws CommandFailedException;

}
