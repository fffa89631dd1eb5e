package com.howsmytrack.jobs;

/// A command could not be executed. The message states the cause and the remedy for the operator.
public class CommandFailedException extends Exception {

	private static final long serialVersionUID = 1L;

	/// For a cause that the operator can correct.
	public CommandFailedException(String message) {
		super(message);
	}

	/// For a cause that needs an investigation.
	public CommandFailedException(String message, Throwable cause) {
		super(message, cause);
	}

}
