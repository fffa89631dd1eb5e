package com.howsmytrack.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The service with the settings of production, but without scheduled jobs.
final class Service implements AutoCloseable {

	/// The default rate limits would reject most sign-ins, because all come from one address.
	private static final List<String> ARGUMENTS = List.of("--howsmytrack.jobs.scheduled=false",
			"--howsmytrack.account.rate-limits.sign-in-by-network.times=100000000",
			"--howsmytrack.account.rate-limits.sign-in-by-account.times=1000000");

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private final Process process;

	private final int port;

	private final Path log;

	private final HttpClient http = HttpClient.newHttpClient();

	private final long megabytesWhenReady;

	private Service(Process process, int port, Path log) throws IOException, InterruptedException {
		this.process = process;
		this.port = port;
		this.log = log;
		awaitReady();
		this.megabytesWhenReady = megabytes("VmRSS");
	}

	static Service start(Database database, Sessions sessions) throws IOException, InterruptedException {
		return start(database, sessions, "service.log", List.of());
	}

	/// @param logFile the name of the file for its log
	/// @param settings arguments such as `--howsmytrack.…=…`
	static Service start(Database database, Sessions sessions, String logFile, List<String> settings)
			throws IOException, InterruptedException {
		int port = DatabaseServer.freePort();
		List<String> command = new ArrayList<>(Settings.java(List.of()));
		command.addAll(ARGUMENTS);
		command.addAll(settings);
		Path log = Settings.OUTPUT.resolve(logFile);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment()
			.putAll(Map.of("ENVIRONMENT", "PROD", "SECRET_KEY", sessions.secretKey(), "DATABASE_URL", database.url(),
					"PORT", Integer.toString(port), "API_URL", "http://localhost:" + port, "MANAGEMENT_PORT", "0", "TRUSTED_PROXIES", "0", "MALLOC_ARENA_MAX",
					"2"));
		Process process = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return new Service(process, port, log);
	}

	private void awaitReady() throws IOException, InterruptedException {
		long limit = System.nanoTime() + START_LIMIT.toNanos();
		while (true) {
			try {
				if (post("", "{\"query\": \"{ __typename }\"}").statusCode() == 200) {
					return;
				}
			}
			catch (IOException notYet) {
				if (!this.process.isAlive() || System.nanoTime() > limit) {
					throw new IOException("The service did not start, see " + this.log, notYet);
				}
			}
			Thread.sleep(100);
		}
	}

	int port() {
		return this.port;
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	HttpResponse<String> post(String token, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/graphql/"))
			.header("Content-Type", "application/json")
			.header("Cookie", "JWT=" + token)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(address() + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	long megabytesWhenReady() {
		return this.megabytesWhenReady;
	}

	/// The size of all objects on the heap after a collection.
	long heapKilobytes() throws IOException {
		String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		String histogram = Commands.output(List.of(jcmd, Long.toString(this.process.pid()), "GC.class_histogram"), Map.of());
		String total = histogram.lines().filter((line) -> line.startsWith("Total")).findFirst().orElseThrow();
		return Long.parseLong(total.split(" +")[2]) / 1024;
	}

	/// The current memory usage (`VmRSS`) or its maximum (`VmHWM`); 0 on systems without `/proc`.
	long megabytes(String field) throws IOException {
		return kilobytes(field) / 1024;
	}

	long kilobytes(String field) throws IOException {
		Path status = Path.of("/proc/" + this.process.pid() + "/status");
		if (!Files.exists(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith(field + ":"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}

	/// Ends the process at once, as `kill -9` does.
	void kill() throws InterruptedException {
		this.http.close();
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		this.http.close();
		this.process.destroy();
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
