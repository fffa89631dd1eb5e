import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Builds the web client, without Node.js on the machine: the driver bundle of Playwright, from Maven Central, contains it.
/// Maven runs this class with the class path of the tests, which has that bundle.
///
/// - `build` installs the packages of `yarn.lock` and writes the client to `target/classes/client`. Does nothing if no
///   source has changed.
/// - `check` runs the type check, the linter, the format check and the component tests.
public final class FrontendBuild {

	private static final Path SOURCES = Path.of("src/main/frontend");

	private static final Path SCHEMA = Path.of("src/docs/schema.graphql");

	private static final Path YARN = Path.of(".yarn/releases/yarn-4.18.1.cjs");

	private static final Path WORK = Path.of("target/frontend");

	private static final Path CLIENT = Path.of("target/classes/client");

	/// The texts of the client's operations by their ids. The code generator writes them.
	private static final Path DOCUMENTS = SOURCES.resolve("src/api/gql/persisted-documents.json");

	private static final Path OF_YARN = SOURCES.resolve(".yarn");

	private static final Path YARN_RELEASES = SOURCES.resolve(".yarn/releases");

	/// Not sources: installed or generated.
	private static final Set<Path> SKIPPED = Set.of(SOURCES.resolve("node_modules"), SOURCES.resolve("src/api/gql"));

	private FrontendBuild() {
	}

	public static void main(String[] arguments) throws Exception {
		switch (arguments[0]) {
			case "build" -> build();
			case "check" -> {
				install();
				yarn("codegen");
				yarn("check");
			}
			default -> throw new IllegalArgumentException("Use build or check, not " + arguments[0]);
		}
	}

	private static void build() throws Exception {
		Path record = WORK.resolve("build.sha256");
		String sources = hash(Stream.concat(files(SOURCES), Stream.of(SCHEMA)));
		if (Files.exists(CLIENT.resolve("routes.json")) && isRecorded(record, sources)) {
			return;
		}
		Files.deleteIfExists(record);
		install();
		yarn("build");
		Files.copy(DOCUMENTS, CLIENT.resolve("documents.json"), StandardCopyOption.REPLACE_EXISTING);
		Files.writeString(record, sources);
	}

	/// Installs the packages if the lock file has changed since the last installation.
	private static void install() throws Exception {
		Path record = SOURCES.resolve("node_modules/.packages.sha256");
		String packages = hash(Stream.of("package.json", "yarn.lock", ".yarnrc.yml").map(SOURCES::resolve));
		if (!isRecorded(record, packages)) {
			yarn("install", "--immutable");
			Files.writeString(record, packages);
		}
	}

	private static boolean isRecorded(Path record, String hash) throws IOException {
		return Files.exists(record) && Files.readString(record).equals(hash);
	}

	private static void yarn(String... arguments) throws Exception {
		Path node = node();
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of(node.toString(), YARN.toString()), Stream.of(arguments)).toList())
			.directory(SOURCES.toFile())
			.inheritIO();
		builder.environment().put("OUTPUT", CLIENT.toAbsolutePath().toString());
		int exitCode = builder.start().waitFor();
		if (exitCode != 0) {
			System.err.println("The web client: `yarn " + String.join(" ", arguments) + "` failed, see above.");
			System.exit(exitCode);
		}
	}

	/// Copies Node.js out of the bundle, once per version.
	private static Path node() throws IOException {
		boolean windows = platform().startsWith("win");
		String name = "driver/" + platform() + (windows ? "/node.exe" : "/node");
		Path node = WORK.resolve(windows ? "node.exe" : "node").toAbsolutePath();
		var resource = FrontendBuild.class.getClassLoader().getResource(name);
		if (resource == null) {
			throw new IllegalStateException("The driver bundle of Playwright has no Node.js for this platform: " + name);
		}
		long size = resource.openConnection().getContentLengthLong();
		if (!Files.exists(node) || Files.size(node) != size) {
			Files.createDirectories(WORK);
			Path copy = Files.createTempFile(WORK, "node", "");
			try (InputStream content = resource.openStream()) {
				Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
			}
			if (!copy.toFile().setExecutable(true)) {
				throw new IOException("Cannot make " + copy + " executable");
			}
			Files.move(copy, node, StandardCopyOption.REPLACE_EXISTING);
		}
		return node;
	}

	/// The folder of the bundle for this operating system and processor. The bundle has no Node.js for Windows on ARM,
	/// which runs that for x64.
	private static String platform() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		boolean arm = System.getProperty("os.arch").equals("aarch64");
		if (system.contains("windows")) {
			return "win32_x64";
		}
		return (system.contains("mac") ? "mac" : "linux") + (arm ? "-arm64" : "");
	}

	private static Stream<Path> files(Path folder) throws IOException {
		if (SKIPPED.contains(folder)) {
			return Stream.empty();
		}
		List<Path> children;
		try (Stream<Path> list = Files.list(folder)) {
			// Beside its release, Yarn keeps there what it has installed and cached.
			children = list.filter((child) -> !folder.equals(OF_YARN) || child.equals(YARN_RELEASES))
				.sorted()
				.toList();
		}
		return children.stream().flatMap((child) -> {
			try {
				return Files.isDirectory(child) ? files(child) : Stream.of(child);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static String hash(Stream<Path> files) throws IOException, NoSuchAlgorithmException {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (Path file : files.toList()) {
			digest.update(file.toString().getBytes());
			digest.update(Files.readAllBytes(file));
		}
		return HexFormat.of().formatHex(digest.digest());
	}

}
