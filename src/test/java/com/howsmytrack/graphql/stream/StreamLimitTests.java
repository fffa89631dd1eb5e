package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.ratelimit.Rate;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestEventStream;
import com.howsmytrack.testing.TestSocket;
import com.howsmytrack.web.NetworkAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@StreamApplication
class StreamLimitTests {

	private static final String OPEN = "subscription { open { number } }";

	@Autowired
	private Api api;

	@Autowired
	private Ticks ticks;

	@AfterEach
	void allSubscriptionsHaveEnded() {
		this.ticks.awaitSubscribers(0);
	}

	@Test
	void aMemberHasALimitedNumberOfStreamsOfBothProtocols() throws IOException {
		Browser ada = this.api.member("ada");
		Browser bob = this.api.member("bob");
		try (TestSocket first = TestSocket.connect(this.api, ada);
				TestSocket _ = TestSocket.connect(this.api, ada);
				TestEventStream _ = TestEventStream.open(this.api, ada, OPEN);
				TestEventStream _ = TestEventStream.open(this.api, ada, OPEN)) {
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> TestSocket.open(this.api, ada))
				.havingCause()
				.asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
				.extracting((rejected) -> rejected.getResponse().statusCode())
				.isEqualTo(429);
			HttpResponse<String> rejected = ada.post("/graphql", "application/json", "{\"query\":\"" + OPEN + "\"}",
					"Accept", "text/event-stream");
			assertThat(rejected.statusCode()).isEqualTo(429);
			assertThat(rejected.headers().firstValue("Retry-After")).hasValue("10");
			assertThat(rejected.body()).contains("TOO_MANY_STREAMS", "You have too many open streams.");
			TestSocket.connect(this.api, bob).close();

			first.send("nonsense");
			assertThat(first.closeCode()).isEqualTo(4400);
			// The server sends the close frame before it counts the stream as closed.
			await().atMost(1, MINUTES)
				.ignoreExceptions()
				.untilAsserted(() -> TestSocket.connect(this.api, ada).close());
		}
	}

	@Test
	void aWebSocketHasALimitedNumberOfSubscriptions() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			for (String id : List.of("a", "b", "c")) {
				socket.subscribe(id, OPEN);
			}
			this.ticks.awaitSubscribers(3);
			socket.subscribe("d", OPEN);
			assertThat(socket.next()).contains("\"id\":\"d\",\"type\":\"error\"", "TOO_MANY_SUBSCRIPTIONS");

			socket.send("{\"id\":\"a\",\"type\":\"complete\"}");
			this.ticks.awaitSubscribers(2);
			socket.subscribe("d", OPEN);
			this.ticks.awaitSubscribers(3);
		}
	}

	/// A rejected or invalid subscription is not counted.
	@Test
	void aWebSocketCanSubscribeAgainAfterErrors() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			for (int number = 0; number < 10; number++) {
				socket.subscribe("error" + number, "subscription { unknown }");
				assertThat(socket.next()).contains("VALIDATION_ERROR");
			}
			socket.subscribe("a", OPEN);
			this.ticks.awaitSubscribers(1);
		}
	}

	@Test
	void aClientThatSendsVeryManyMessagesIsDisconnected() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			for (int number = 0; socket.isOpen() && number < 1_000_000; number++) {
				try {
					socket.subscribe(Integer.toString(number), "subscription { ticks { number } }");
				}
				catch (CompletionException closed) {
					break;
				}
			}

			assertThat(socket.closeCode()).isEqualTo(1008);
		}
	}

	@Test
	void anInstanceHasAsManyStreamsAsFitIntoItsMemory() {
		long heap = settings(100, 0.25).heapForStreams(DataSize.ofMegabytes(160));

		assertThat(heap / StreamProtocol.WEB_SOCKET.usualHeap()).isEqualTo(941);
		assertThat(heap / StreamProtocol.EVENT_STREAM.usualHeap()).isEqualTo(354);
	}

	@Test
	void subscriptionsUseTheMemoryOfAMember() {
		ReservedHeap heap = new ReservedHeap(1_000, 100);

		assertThat(heap.add(1, 80)).isEmpty();
		assertThat(heap.add(1, 30)).hasValue(StreamRejection.MEMBER_HEAP_LIMIT);
		assertThat(heap.add(2, 100)).isEmpty();
		heap.remove(1, 80);
		assertThat(heap.add(1, 100)).isEmpty();
	}

	@Test
	void subscriptionsOfAWebSocketUseMemoryUntilItIsClosed() {
		double heap = 2.5 * StreamProtocol.EVENT_STREAM.heap() / Runtime.getRuntime().maxMemory();
		OpenStreams streams = new OpenStreams(settings(20, heap), new StreamMetrics(new SimpleMeterRegistry()));
		EventStream first = stream("192.0.2.1");
		long bytes = StreamProtocol.EVENT_STREAM.heap();
		assertThat(streams.open(first)).isEmpty();

		assertThat(streams.reserve(first, bytes)).isEmpty();
		assertThat(streams.reserve(first, bytes)).hasValue(StreamRejection.INSTANCE_LIMIT);
		streams.free(first, bytes);
		assertThat(streams.reserve(first, bytes)).isEmpty();
		assertThat(streams.open(stream("192.0.2.2"))).hasValue(StreamRejection.INSTANCE_LIMIT);
		streams.release(first);
		streams.free(first, bytes);
		assertThat(streams.open(stream("192.0.2.2"))).isEmpty();
		assertThat(streams.open(stream("192.0.2.2"))).isEmpty();
		assertThat(streams.open(stream("192.0.2.2"))).hasValue(StreamRejection.INSTANCE_LIMIT);
	}

	@Test
	void aNetworkHasALimitedNumberOfStreams() {
		OpenStreams streams = new OpenStreams(settings(2, 0.9), new StreamMetrics(new SimpleMeterRegistry()));
		streams.start();
		List<EventStream> opened = new ArrayList<>();
		for (int number = 0; number < 2; number++) {
			EventStream stream = stream("192.0.2.1");
			opened.add(stream);
			assertThat(streams.open(stream)).isEmpty();
		}

		assertThat(streams.open(stream("192.0.2.1"))).hasValue(StreamRejection.NETWORK_LIMIT);
		assertThat(streams.open(stream("192.0.2.2"))).isEmpty();
		streams.release(opened.getFirst());
		streams.release(opened.getFirst());
		assertThat(streams.open(stream("192.0.2.1"))).isEmpty();
		assertThat(streams.open(stream("192.0.2.1"))).hasValue(StreamRejection.NETWORK_LIMIT);
		streams.stop();
	}

	@Test
	void anInstanceHasALimitedNumberOfStreams() {
		double oneStream = 1.5 * StreamProtocol.EVENT_STREAM.heap() / Runtime.getRuntime().maxMemory();
		StreamSettings settings = settings(20, oneStream);
		OpenStreams streams = new OpenStreams(settings, new StreamMetrics(new SimpleMeterRegistry()));
		streams.start();

		assertThat(streams.open(stream("192.0.2.1"))).isEmpty();
		assertThat(streams.open(stream("192.0.2.2"))).hasValue(StreamRejection.INSTANCE_LIMIT);
		streams.stop();
		assertThat(streams.open(stream("192.0.2.2"))).hasValue(StreamRejection.SHUTDOWN);
	}

	/// The server accepts requests before the beans that stop first have started.
	@Test
	void streamsCanBeOpenedAsSoonAsTheServerAcceptsRequests() {
		OpenStreams streams = new OpenStreams(settings(20, 0.4), new StreamMetrics(new SimpleMeterRegistry()));

		assertThat(streams.open(stream("192.0.2.1"))).isEmpty();
	}

	static StreamSettings settings(int perNetwork, double heapShare) {
		return new StreamSettings(Duration.ofSeconds(20), Duration.ofMinutes(10), Duration.ofMinutes(1),
				Duration.ofSeconds(10), DataSize.ofKilobytes(8), 100, 20, perNetwork,
				new Rate(600, Duration.ofMinutes(1)), 20, heapShare, 1);
	}

	private static EventStream stream(String address) {
		return new EventStream(new StreamCaller(new NetworkAddress(address), new ActiveSession()), 0, Api.JSON,
				new StreamMetrics(new SimpleMeterRegistry()));
	}

	static final class ActiveSession implements CallerSession {

		@Override
		public long member() {
			return 1;
		}

		@Override
		public State state() {
			return State.ACTIVE;
		}

	}

}
