package com.howsmytrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// Starts the service, or executes one command and exits. See `CommandLine` for the commands.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class HowsMyTrackApplication {

	/// Starts the service or the command.
	/// @param args for the service, nothing or `--property=value`; for a command, its
	/// name first
	public static void main(String[] args) {
		if (CommandLine.isCommand(args)) {
			System.exit(CommandLine.run(args));
		}
		SpringApplication.run(HowsMyTrackApplication.class, args);
	}

}
