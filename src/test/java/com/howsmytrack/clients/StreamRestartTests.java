package com.howsmytrack.clients;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static com.howsmytrack.clients.ClientScenario.openForms;
import static org.assertj.core.api.Assertions.assertThat;

/// An instance restarts while the npm clients graphql-ws and graphql-sse have a stream. Ada submits through another
/// instance.
@NeedsNode
@WholeApplication
class StreamRestartTests {

	@Autowired
	private FeedbackScenario scenario;

	@Test
	void clientsReconnectAndSeeTheCurrentState() {
		Browser ada = this.scenario.group("ada", "ben", "cleo", "dan").getFirst();
		ConfigurableApplicationContext instance = start(0);
		int port = instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		List<NodeScript> scripts = new ArrayList<>();
		try {
			for (String library : List.of("graphql-ws", "graphql-sse")) {
				scripts
					.add(new ClientScenario(library, URI.create("http://127.0.0.1:%d/graphql".formatted(port)), "ada")
						.start("restarted", Map.of()));
			}
			scripts.forEach((script) -> script.awaitStep("subscribed"));
			instance.close();
			submitOne(ada);
			instance = start(port);
			scripts.forEach(NodeScript::proceed);

			scripts.forEach((script) -> script.awaitStep("subscribed again"));
			submitOne(ada);
			scripts.forEach(NodeScript::proceed);

			assertThat(scripts).map((script) -> script.<Object>result())
				.isEqualTo(Stream.generate(() -> List.of(openForms(3), openForms(2), openForms(1))).limit(2).toList());
		}
		finally {
			scripts.forEach(NodeScript::close);
			instance.close();
		}
	}

	/// The other instance sends no notifications, as in all tests of the whole
	/// application, so this one polls.
	private static ConfigurableApplicationContext start(int port) {
		return SpringApplication.run(HowsMyTrackApplication.class, "--server.port=" + port,
				"--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
				"--howsmytrack.web.drain-time=0s", "--howsmytrack.live.poll-interval=100ms",
				"--DATABASE_URL=" + TestPostgres.databaseUrl());
	}

	private static void submitOne(Browser ada) {
		FeedbackScenario.submit(ada, FeedbackScenario.openForms(ada).getFirst(), "The kick hides the bass.")
			.succeeded("submitFeedbackResponse");
	}

}
