package com.howsmytrack.clients;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

/// Node.js and the packages of a folder.
///
/// @param searchPath the value of `PATH`
/// @param folder contains package.json, and node_modules after `npm ci`
record NodeInstallation(String searchPath, Path folder) {

	private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

	private static final int OLDEST_VERSION = 20;

	static NodeInstallation ofTests() {
		return new NodeInstallation(System.getenv().getOrDefault("PATH", ""), Path.of("src/test/node"));
	}

	/// What must be installed. Empty if everything is installed.
	Optional<String> missing() {
		Optional<Path> node = executable();
		if (node.isEmpty()) {
			return Optional.of("There is no node on the PATH. Install Node.js %d or newer, then run: %s"
				.formatted(OLDEST_VERSION, installation()));
		}
		String version = version(node.get());
		Matcher number = VERSION.matcher(version);
		if (!number.matches() || Integer.parseInt(number.group(1)) < OLDEST_VERSION) {
			return Optional.of("%s is version %s. Install Node.js %d or newer, then run: %s".formatted(node.get(),
					version.strip(), OLDEST_VERSION, installation()));
		}
		return packages().entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().equals(installedVersion(entry.getKey())))
			.findFirst()
			.map((entry) -> "%s %s is not installed. Run: %s".formatted(entry.getKey(), entry.getValue(),
					installation()));
	}

	private String installation() {
		return "npm ci --prefix " + this.folder;
	}

	Optional<Path> executable() {
		return Stream.of(this.searchPath.split(Pattern.quote(File.pathSeparator)))
			.filter((directory) -> !directory.isEmpty())
			.flatMap((directory) -> Stream.of("node", "node.exe").map((name) -> Path.of(directory, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static String version(Path node) {
		try {
			Process process = new ProcessBuilder(node.toString(), "--version").redirectErrorStream(true).start();
			process.getOutputStream().close();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unusable) {
			return "unknown";
		}
	}

	/// The versions that package.json requires, by name.
	private Map<String, String> packages() {
		return JsonPath.read(read(this.folder.resolve("package.json")), "$.dependencies");
	}

	private @Nullable String installedVersion(String name) {
		Path manifest = this.folder.resolve("node_modules").resolve(name).resolve("package.json");
		return Files.exists(manifest) ? JsonPath.read(read(manifest), "$.version") : null;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

}
