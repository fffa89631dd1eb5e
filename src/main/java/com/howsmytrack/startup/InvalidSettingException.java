package com.howsmytrack.startup;

/// A setting that the application cannot start with. Its message is one line for the operator: it names
/// the environment variable and what is expected, and never repeats a secret.
public class InvalidSettingException extends RuntimeException {

	public InvalidSettingException(String message) {
		super(message);
	}

}
