package com.howsmytrack.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.jayway.jsonpath.JsonPath;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.json.JsonMapper;

/// A running script of src/test/node. It prints steps, after each of which it waits for [#proceed], and one result.
final class NodeScript implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/// For a machine with other work to do.
	private static final Duration LIMIT = Duration.ofMinutes(3);

	private static final String END = "{\"failure\": \"The script printed no result.\"}";

	private final Process process;

	private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

	private final StringBuffer errors = new StringBuffer();

	private NodeScript(Process process) {
		this.process = process;
		Thread.ofVirtual().start(() -> {
			readLines(process.inputReader(), this.output::add);
			this.output.add(END);
		});
		Thread.ofVirtual()
			.start(() -> readLines(process.errorReader(), (line) -> this.errors.append(line).append('\n')));
	}

	static NodeScript start(String file, Map<String, ?> input) {
		NodeInstallation installation = NodeInstallation.ofTests();
		String node = installation.executable().orElseThrow().toString();
		Path script = installation.folder().resolve(file);
		try {
			NodeScript started = new NodeScript(new ProcessBuilder(node, script.toString()).start());
			started.send(input);
			return started;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/// Waits until the script has reached the step.
	void awaitStep(String name) {
		Assertions.assertThat(this.<String>read("step")).isEqualTo(name);
	}

	void proceed() {
		send(Map.of());
	}

	/// Waits for the result of the script: a map, or a list of maps.
	<T> T result() {
		return read("result");
	}

	private void send(Map<String, ?> value) {
		try {
			this.process.outputWriter().append(JSON.writeValueAsString(value)).append('\n').flush();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/// Reads the next line, which must be an object with the key.
	private <T> T read(String key) {
		try {
			String line = this.output.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
			Assertions.assertThat(line).as("next line; errors: %s", this.errors).isNotNull();
			Map<String, Object> values = JsonPath.read(line, "$");
			Assertions.assertThat(values).as("errors: %s", this.errors).containsKey(key);
			return JsonPath.read(line, "$." + key);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static void readLines(BufferedReader reader, Consumer<String> consumer) {
		try (reader) {
			reader.lines().forEach(consumer);
		}
		catch (IOException | UncheckedIOException destroyed) {
			// The process was destroyed, so there are no more lines.
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
