package com.howsmytrack.jobs;

import java.util.List;

import org.flywaydb.core.Flyway;

import org.springframework.stereotype.Component;

/// For platforms that want it done before the first instance of a release starts. Flyway has run when this does, as at
/// each start.
@Component
class MigrateCommand implements Command {

	private final Flyway flyway;

	MigrateCommand(Flyway flyway) {
		this.flyway = flyway;
	}

	@Override
	public CommandName name() {
		return CommandName.MIGRATE;
	}

	@Override
	public void run(List<String> arguments) {
		System.out.println("The database is at version " + this.flyway.info().current().getVersion() + ".");
	}

}
