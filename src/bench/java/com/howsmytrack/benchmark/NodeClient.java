package com.howsmytrack.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A script of src/test/node that executes commands. Both sides send one JSON object per line.
final class NodeClient implements AutoCloseable {

	private static final Path SCRIPTS = Path.of("src/test/node");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private final Process process;

	private final BufferedReader output;

	private final BufferedWriter input;

	private NodeClient(Process process) {
		this.process = process;
		this.output = process.inputReader();
		this.input = process.outputWriter();
	}

	/// Returns when the script is ready.
	static NodeClient start(String script, Map<String, ?> input) throws IOException, InterruptedException {
		Process process = new ProcessBuilder("node", SCRIPTS.resolve(script).toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		NodeClient client = new NodeClient(process);
		client.send(input);
		return client;
	}

	/// Sends the input or a command, and returns the response to it.
	JsonNode send(Map<String, ?> value) throws IOException, InterruptedException {
		this.input.append(JSON.writeValueAsString(value)).append('\n').flush();
		JsonNode response = JSON.readTree(readLine());
		if (!response.has("step")) {
			throw new IOException("The script failed: " + response);
		}
		return response;
	}

	private String readLine() throws IOException, InterruptedException {
		CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> this.output.lines().findFirst().orElse("{}"));
		try {
			return line.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException failed) {
			throw new IOException("The script did not respond", failed);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
