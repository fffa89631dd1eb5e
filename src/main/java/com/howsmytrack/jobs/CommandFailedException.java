package com.howsmytrack.jobs;

/// A command could not do what it was asked for. The message is for the operator: what is wrong, and what to do about it.
public class CommandFailedException extends Exception {

	private static final long serialVersionUID = 1L;

	/// For what the operator can mend.
	public CommandFailedException(String message) {
		super(message);
	}

	/// For what somebody has to look into.
	public CommandFailedException(String message, Throwable cause) {
		super(message, cause);
	}

}
