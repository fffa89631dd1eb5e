package com.howsmytrack.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WholeApplication
class ExportStatsTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private ExportStats export;

	@BeforeEach
	void useTheServiceOnTwoDays() {
		TwoDaysOfUse.of(this.api, this.scenario, this.database, this.clock);
	}

	@Test
	void writesTheUsageFiguresToAFile(@TempDir Path directory) throws IOException, CommandFailedException {
		Files.writeString(directory.resolve("usage.csv"), "an earlier export");

		this.export.run(List.of(directory.toString()));

		assertThat(Files.readString(directory.resolve("usage.csv"))).isEqualTo("""
				day,registrations,requests,groups,responses_asked,responses_given,response_rate
				2026-03-01,3,2,1,2,1,0.5000
				2026-03-02,0,0,0,0,0,
				2026-03-03,2,2,1,2,0,0.0000
				""".replace("\n", "\r\n"));
		assertThat(Files.list(directory)).hasSize(1);
	}

	@Test
	void writesTheDaysOfYears(@TempDir Path directory) throws IOException, CommandFailedException {
		this.clock.advance(Duration.ofDays(1000));

		this.export.run(List.of(directory.toString()));

		assertThat(Files.readAllLines(directory.resolve("usage.csv"))).hasSize(1 + 1003).doesNotHaveDuplicates();
	}

	@Test
	void writesOneDayOfAnEmptyDatabase(@TempDir Path directory) throws IOException, CommandFailedException {
		this.database.update("DELETE FROM feedback_response");
		this.database.update("DELETE FROM feedback_request");
		this.database.update("DELETE FROM feedback_group");
		this.database.update("DELETE FROM account");

		this.export.run(List.of(directory.toString()));

		assertThat(Files.readAllLines(directory.resolve("usage.csv"))).hasSize(2).contains("2026-03-03,0,0,0,0,0,");
	}

	@Test
	void reportsADirectoryThatCannotBeWritten(@TempDir Path directory) throws IOException {
		Path missing = directory.resolve("missing");
		Path file = Files.createFile(directory.resolve("file"));

		assertThatExceptionOfType(CommandFailedException.class)
			.isThrownBy(() -> this.export.run(List.of(missing.toString())))
			.withMessage("There is no directory " + missing + ".");
		assertThatExceptionOfType(CommandFailedException.class)
			.isThrownBy(() -> this.export.run(List.of(file.toString())))
			.withMessage("There is no directory " + file + ".");
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(() -> this.export.run(List.of("\0")))
			.withMessageStartingWith("There is no directory ");
	}

}
