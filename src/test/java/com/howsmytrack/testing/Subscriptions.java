package com.howsmytrack.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.howsmytrack.account.session.SessionScenario;
import graphql.ExecutionResult;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Subscribes as a member without a WebSocket. Streams end when the next test begins.
@TestComponent
@Lazy
public class Subscriptions {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final GraphQlSource graphQl;

	private final SessionScenario sessions;

	private final List<Disposable> open = new ArrayList<>();

	Subscriptions(GraphQlSource graphQl, SessionScenario sessions) {
		this.graphQl = graphQl;
		this.sessions = sessions;
	}

	/// Subscribes to `notificationsChanged`.
	public Stream notifications(Browser member) {
		ExecutionResult result = this.sessions.as(member, () -> this.graphQl.graphQl()
			.execute("subscription { notificationsChanged { openForms unreadReplies } }"));
		assertThat(result.getErrors()).isEmpty();
		Publisher<ExecutionResult> events = result.getData();
		BlockingQueue<Map<String, Object>> received = new LinkedBlockingQueue<>();
		this.open.add(Flux.from(Objects.requireNonNull(events))
			.map((event) -> Objects.requireNonNull(event.<Map<String, Map<String, Object>>>getData()))
			.subscribe((data) -> received.add(Objects.requireNonNull(data.get("notificationsChanged")))));
		return new Stream(received);
	}

	@EventListener
	void end(CleanDatabase.Cleaned event) {
		this.open.forEach(Disposable::dispose);
		this.open.clear();
	}

	/// The events of an open stream.
	public record Stream(BlockingQueue<Map<String, Object>> received) {

		/// Fails if the next event does not have these counts.
		public void next(int openForms, int unreadReplies) {
			assertThat(next()).isEqualTo(counts(openForms, unreadReplies));
		}

		/// The next events, up to the one with these counts.
		public List<Map<String, Object>> until(int openForms, int unreadReplies) {
			List<Map<String, Object>> events = new ArrayList<>();
			do {
				events.add(next());
			}
			while (!events.getLast().equals(counts(openForms, unreadReplies)));
			return events;
		}

		private Map<String, Object> next() {
			try {
				return Objects.requireNonNull(this.received.poll(LIMIT.toSeconds(), TimeUnit.SECONDS), "No event");
			}
			catch (InterruptedException interrupted) {
				throw new IllegalStateException(interrupted);
			}
		}

		private static Map<String, Object> counts(int openForms, int unreadReplies) {
			return Map.of("openForms", openForms, "unreadReplies", unreadReplies);
		}

	}

}
