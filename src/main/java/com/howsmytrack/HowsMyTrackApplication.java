package com.howsmytrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// Starts the service, or runs one command and is gone. See `CommandLine` for the commands.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class HowsMyTrackApplication {

	/// Starts the service, unless the arguments name a command.
	/// @param args nothing or `--property=value` for the service; a command's name first
	/// for the command
	public static void main(String[] args) {
		if (CommandLine.names(args)) {
			System.exit(CommandLine.run(args));
		}
		SpringApplication.run(HowsMyTrackApplication.class, args);
	}

}
