import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// Creates the AOT caches of Java 25: the loaded and linked classes of a training run, which shorten the start. The profile
/// `aot-cache` of pom.xml runs this class with the Java version of production, because another version ignores the caches.
///
/// Java does not cache classes of nested jars, so the jar is extracted first. Commands have a cache of their own: Java loads
/// all classes of a cache at the start, and a command needs a third of those of the service.
public final class AotCacheTraining {

	private static final Path JAR = Path.of("target/howsmytrack.jar");

	private static final Path FOLDER = Path.of("target/aot");

	private static final Path SERVICE_CACHE = FOLDER.resolve("production.aot");

	private static final Path COMMAND_CACHE = FOLDER.resolve("command.aot");

	private static final int ROUNDS = 400;

	private static final int CLIENT_ROUNDS = 40;

	/// A script in the document of the web client.
	private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+)\"");

	private static final String SIGN_IN = """
			{"query": "mutation { tokenAuth(username: \\"ada@demo.howsmytrack.com\\", password: \\"demo feedback please\\") { payload } }"}""";

	private static final List<String> PAGES = List.of("UserDetails", "FeedbackGroups", "UnassignedRequest");

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI address;

	private AotCacheTraining(int port) {
		this.address = URI.create("http://127.0.0.1:" + port + "/graphql");
	}

	public static void main(String[] args) throws Exception {
		String java = ProcessHandle.current().info().command().orElse("java");
		extract(java);
		try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
			trainService(java, database.getPort());
			trainCommands(java, database.getPort());
		}
		for (Path cache : List.of(SERVICE_CACHE, COMMAND_CACHE)) {
			System.out.printf("%s: %d MB%n", cache, Files.size(cache) / 1024 / 1024);
		}
	}

	private static void trainService(String java, int databasePort) throws IOException, InterruptedException {
		int port = freePort();
		Process service = start(java, databasePort, SERVICE_CACHE, Map.of("PORT", Integer.toString(port)),
				"--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=true",
				"--howsmytrack.web.drain-time=0s");
		try {
			new AotCacheTraining(port).train(service);
			service.destroy();
			awaitCache(service, SERVICE_CACHE);
		}
		finally {
			service.destroyForcibly();
		}
	}

	/// After the training of the service, the demo data is in the database, so the run forms groups and queues mails.
	private static void trainCommands(String java, int databasePort) throws IOException, InterruptedException {
		Process command = start(java, databasePort, COMMAND_CACHE, Map.of(), "assign-groups");
		try {
			awaitCache(command, COMMAND_CACHE);
		}
		finally {
			command.destroyForcibly();
		}
	}

	/// The process writes the cache when it ends.
	private static void awaitCache(Process process, Path cache) throws IOException, InterruptedException {
		if (!process.waitFor(5, TimeUnit.MINUTES) || !Files.exists(cache)) {
			throw new IOException("No cache was written, see " + log(cache));
		}
	}

	private static Path log(Path cache) {
		return cache.resolveSibling(cache.getFileName().toString().replace(".aot", ".log"));
	}

	private static void extract(String java) throws IOException, InterruptedException {
		if (Files.exists(FOLDER)) {
			try (Stream<Path> files = Files.walk(FOLDER)) {
				for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
					Files.delete(file);
				}
			}
		}
		Process process = new ProcessBuilder(java, "-Djarmode=tools", "-jar", JAR.toString(), "extract",
				"--destination", FOLDER.toString())
			.inheritIO()
			.start();
		if (process.waitFor() != 0) {
			throw new IOException(JAR + " could not be extracted");
		}
	}

	private static Process start(String java, int databasePort, Path cache, Map<String, String> environment,
			String... arguments) throws IOException {
		String options = cache.getFileName().toString().replace(".aot", ".options");
		List<String> command = new ArrayList<>(List.of(java, "@src/main/jvm/" + options, "-XX:AOTCacheOutput=" + cache,
				"-Xlog:aot=off", "-jar", FOLDER.resolve("howsmytrack.jar").toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log(cache).toFile());
		builder.environment().putAll(environment);
		builder.environment()
			.putAll(Map.of("ENVIRONMENT", "PROD", "SECRET_KEY", "a key for a service without other clients",
					"API_URL", "http://localhost:8080",
					"MANAGEMENT_PORT", "0", "TRUSTED_PROXIES", "0", "DATABASE_URL",
					"postgres://postgres@127.0.0.1:" + databasePort + "/postgres"));
		return builder.start();
	}

	private void train(Process service) throws IOException, InterruptedException {
		String cookie = signIn(service);
		List<String> pages = new ArrayList<>();
		for (String page : PAGES) {
			pages.add(body(Files.readString(Path.of("src/main/resources/graphql/documents/" + page + ".graphql"))));
		}
		for (int round = 0; round < ROUNDS; round++) {
			for (String page : pages) {
				HttpResponse<String> response = post(cookie, page);
				if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
					throw new IOException("Unexpected response during the training: " + response.body());
				}
			}
		}
		for (int round = 0; round < CLIENT_ROUNDS; round++) {
			String page = get("/");
			Matcher script = SCRIPT.matcher(page);
			if (!script.find()) {
				throw new IOException("The document of the web client has no script: " + page);
			}
			get(script.group(1));
		}
	}

	/// As a browser does.
	private String get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.address.resolve(path))
			.header("Accept-Encoding", "gzip, deflate, br, zstd")
			.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		if (response.statusCode() != 200) {
			throw new IOException("Unexpected status during the training: %s %d".formatted(path, response.statusCode()));
		}
		return response.body();
	}

	/// Retries, because the service accepts requests before the demo is loaded.
	private String signIn(Process service) throws IOException, InterruptedException {
		long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
		while (service.isAlive() && System.nanoTime() < limit) {
			Thread.sleep(500);
			try {
				Optional<String> cookie = post("", SIGN_IN).headers().firstValue("Set-Cookie");
				if (cookie.isPresent()) {
					return cookie.get().substring(0, cookie.get().indexOf(';'));
				}
			}
			catch (ConnectException notYet) {
				continue;
			}
		}
		throw new IOException("The demo account ada could not sign in, see " + log(SERVICE_CACHE));
	}

	private static String body(String document) {
		return "{\"query\": \"" + document.replaceAll("\\s+", " ").replace("\"", "\\\"") + "\"}";
	}

	private HttpResponse<String> post(String cookie, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.header("Content-Type", "application/json")
			.header("Cookie", cookie)
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, BodyHandlers.ofString());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
