package com.howsmytrack.startup;

/// A setting that prevents the start. The message is one line for the operator: it names the setting and the expected
/// value, and never contains a secret.
public class InvalidSettingException extends RuntimeException {

	public InvalidSettingException(String message) {
		super(message);
	}

}
