package com.howsmytrack.jobs;

import java.util.List;

import org.flywaydb.core.Flyway;

import org.springframework.stereotype.Component;

/// For platforms that migrate the database before the first instance of a release starts. Flyway has already run when
/// this command runs, as at each start.
@Component
@CommandDefinition(name = "migrate")
class MigrateCommand implements Command {

	private final Flyway flyway;

	MigrateCommand(Flyway flyway) {
		this.flyway = flyway;
	}

	@Override
	public void run(List<String> arguments) {
		System.out.println("The database is at version " + this.flyway.info().current().getVersion() + ".");
	}

}
