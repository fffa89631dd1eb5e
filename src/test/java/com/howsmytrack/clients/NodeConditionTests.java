package com.howsmytrack.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

/// On Windows, a shell script cannot stand in for Node.js.
@DisabledOnOs(OS.WINDOWS)
class NodeConditionTests {

	@TempDir
	private Path folder;

	@BeforeEach
	void requireOnePackage() throws IOException {
		Files.writeString(this.folder.resolve("package.json"), "{\"dependencies\": {\"graphql-ws\": \"6.4.2\"}}");
	}

	@ParameterizedTest
	@CsvSource({ "true, , true", "true, any, true", ", required, true", ", , false", "false, , false", ", any, false" })
	void requiresNodeInCiAndOnDemand(String ci, String property, boolean required) {
		assertThat(NodeCondition.isRequired(ci, property)).isEqualTo(required);
	}

	@Test
	void failsTheTestsIfNodeIsRequired() {
		NodeCondition condition = new NodeCondition(Optional.of("There is no node."), true);
		ExtensionContext context = mock(ExtensionContext.class);

		assertThat(condition.evaluateExecutionCondition(context).isDisabled()).isFalse();
		assertThatThrownBy(() -> condition.beforeAll(context)).isInstanceOf(AssertionError.class)
			.hasMessage("There is no node.");
	}

	@Test
	void reportsThatNodeIsMissing() {
		assertThat(missing("")).hasValueSatisfying(
				(reason) -> assertThat(reason).contains("no node on the PATH", "npm ci --prefix " + this.folder));
	}

	@ParameterizedTest
	@CsvSource({ "v18.20.4, true", "unknown, true", "v20.0.0, false", "v24.11.0, false" })
	void reportsAnOldVersionOfNode(String version, boolean reported) throws IOException {
		installPackage("6.4.2");

		assertThat(missing(node(version)).isPresent()).isEqualTo(reported);
	}

	@Test
	void reportsAPackageThatIsMissing() throws IOException {
		assertThat(missing(node("v20.0.0")))
			.hasValueSatisfying((reason) -> assertThat(reason).contains("graphql-ws 6.4.2 is not installed"));
	}

	@Test
	void reportsAPackageOfAnotherVersion() throws IOException {
		installPackage("6.4.1");

		assertThat(missing(node("v20.0.0")))
			.hasValueSatisfying((reason) -> assertThat(reason).contains("graphql-ws 6.4.2 is not installed"));
	}

	private Optional<String> missing(String searchPath) {
		return new NodeInstallation(searchPath, this.folder).missing();
	}

	/// A folder with a program `node` that prints the version.
	private String node(String version) throws IOException {
		Path program = this.folder.resolve("node");
		Files.writeString(program, "#!/bin/sh\necho " + version + "\n");
		assertThat(program.toFile().setExecutable(true)).isTrue();
		return this.folder.toString();
	}

	private void installPackage(String version) throws IOException {
		Path installed = Files.createDirectories(this.folder.resolve("node_modules/graphql-ws"));
		Files.writeString(installed.resolve("package.json"), "{\"version\": \"%s\"}".formatted(version));
	}

}
