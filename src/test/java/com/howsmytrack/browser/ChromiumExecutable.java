package com.howsmytrack.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds Chromium or Chrome on this machine.
final class ChromiumExecutable {

	private static final String VARIABLE = "CHROMIUM";

	private ChromiumExecutable() {
	}

	static Optional<Path> find() {
		return find(System.getenv());
	}

	static Optional<Path> find(Map<String, String> environment) {
		Stream<Path> named = Stream.ofNullable(environment.get(VARIABLE)).map(Path::of);
		Stream<Path> onPath = Stream.of(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
			.filter((folder) -> !folder.isEmpty())
			.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
				.map((name) -> Path.of(folder, name)));
		Stream<Path> onMac = Stream
			.of("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
			.map((name) -> Path.of("/Applications", name));
		return Stream.of(named, onPath, onMac).flatMap((paths) -> paths).filter(Files::isExecutable).findFirst();
	}

}
