package com.howsmytrack.djangoimport;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs the command in a separate process and redirects its standard output to a file, as an operator does.
class ImportReportTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "PROD" })
	void isTheOnlyContentOfStandardOutput(String environment) throws IOException, InterruptedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(1, 1, 2);

		assertThat(importDjango(environment, legacy.url())).as(() -> read("log")).isZero();

		assertThat(read("report")).isEqualToNormalizingNewlines("""
				auth_user: 2 rows, 2 imported into account, 0 not imported
				core_feedbackgroup: 1 rows, 1 imported into feedback_group, 0 not imported
				core_feedbackrequest: 2 rows, 2 imported into feedback_request, 0 not imported
				core_feedbackresponse: 0 rows, 0 imported into feedback_response, 0 not imported
				core_feedbackresponsereply: 0 rows, 0 imported into feedback_reply, 0 not imported
				Imported.
				""");
		assertThat(read("log")).contains("HowsMyTrackApplication", "Read 2 of 2 rows of auth_user");
	}

	private int importDjango(String environment, String legacyUrl) throws IOException, InterruptedException {
		ProcessBuilder java = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				classPathWithoutTests(), HowsMyTrackApplication.class.getName(), "import-django", legacyUrl);
		java.environment().put("ENVIRONMENT", environment);
		java.environment().put("DATABASE_URL", TestPostgres.newDatabase("import_target"));
		java.environment().put("API_URL", "https://www.howsmytrack.com");
		java.environment().put("SECRET_KEY", "0123456789abcdef0123456789abcdef");
		java.redirectOutput(this.directory.resolve("report").toFile());
		java.redirectError(this.directory.resolve("log").toFile());
		Process process = java.start();
		if (!process.waitFor(2, TimeUnit.MINUTES)) {
			process.destroyForcibly();
		}
		return process.waitFor();
	}

	/// The classes of the tests come with settings that replace those of the application.
	private static String classPathWithoutTests() {
		Path tests = Path
			.of(URI.create(ImportReportTests.class.getProtectionDomain().getCodeSource().getLocation().toString()));
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).toAbsolutePath().equals(tests))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private String read(String file) {
		try {
			return Files.readString(this.directory.resolve(file));
		}
		catch (IOException missing) {
			throw new IllegalStateException(missing);
		}
	}

}
