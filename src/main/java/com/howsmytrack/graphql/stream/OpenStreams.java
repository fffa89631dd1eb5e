package com.howsmytrack.graphql.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// The open streams of this instance. Limits their number, and ends them when their session ends, when their client has
/// disappeared and when the instance shuts down.
///
/// A stream counts from the handshake or the request on, so that concurrent handshakes cannot exceed a limit.
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(StreamSettings.class)
class OpenStreams implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OpenStreams.class);

	/// A revoked session of another instance is known after one more second, so its
	/// streams end within 5 seconds.
	private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

	/// How long the shutdown waits until all streams are closed.
	private static final Duration CLOSE_TIME = Duration.ofSeconds(3);

	private final StreamSettings settings;

	private final StreamMetrics metrics;

	/// The streams that are counted, with the heap that each has reserved.
	private final Map<OpenStream, Long> streams = new ConcurrentHashMap<>();

	/// Guarded by this.
	private final ReservedHeap heap;

	/// The number of streams by the id of a member or by network. Guarded by this.
	private final Map<Object, Integer> counts = new HashMap<>();

	/// Closing can wait for a client that does not read.
	private final ExecutorService closing = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-close-", 0).factory());

	private final ThreadFactory threads;

	/// Guarded by this.
	private @Nullable Thread checks;

	/// Not the absence of [#checks]: the server accepts requests before they start, and
	/// they can start before the field is set.
	private volatile boolean stopped;

	@Autowired
	OpenStreams(StreamSettings settings, StreamMetrics metrics) {
		this(settings, metrics, Thread.ofVirtual().name("stream-checks").factory());
	}

	/// @param threads creates the thread that checks the streams
	OpenStreams(StreamSettings settings, StreamMetrics metrics, ThreadFactory threads) {
		this.settings = settings;
		this.metrics = metrics;
		this.threads = threads;
		long limit = settings.heapForStreams(DataSize.ofBytes(Runtime.getRuntime().maxMemory()));
		this.heap = new ReservedHeap(limit, settings.heapForMember(limit));
		metrics.watch(this.streams.keySet());
		logger.info("At most {} WebSockets with one subscription each, or {} responses with server-sent events",
				limit / StreamProtocol.WEB_SOCKET.usualHeap(), limit / StreamProtocol.EVENT_STREAM.usualHeap());
	}

	/// Empty if the stream may be opened. It is counted until [#release] is called.
	Optional<StreamRejection> open(OpenStream stream) {
		return counted(reserve(stream));
	}

	private Optional<StreamRejection> counted(Optional<StreamRejection> rejection) {
		rejection.ifPresent(this.metrics::rejected);
		return rejection;
	}

	private synchronized Optional<StreamRejection> reserve(OpenStream stream) {
		if (this.stopped) {
			return Optional.of(StreamRejection.SHUTDOWN);
		}
		if (count(stream.caller().network()) >= this.settings.perNetwork()) {
			return Optional.of(StreamRejection.NETWORK_LIMIT);
		}
		long member = stream.caller().member();
		if (count(member) >= this.settings.perMember()) {
			return Optional.of(StreamRejection.MEMBER_LIMIT);
		}
		Optional<StreamRejection> rejection = this.heap.add(member, stream.heap());
		if (rejection.isEmpty()) {
			this.streams.put(stream, stream.heap());
			add(stream, 1);
		}
		return rejection;
	}

	/// Reserves heap for a subscription until [#free] or [#release] is called. Empty if
	/// it may be opened.
	Optional<StreamRejection> reserve(OpenStream stream, long bytes) {
		return counted(extend(stream, bytes));
	}

	private synchronized Optional<StreamRejection> extend(OpenStream stream, long bytes) {
		Long before = this.streams.get(stream);
		if (before == null) {
			return Optional.of(StreamRejection.SHUTDOWN);
		}
		Optional<StreamRejection> rejection = this.heap.add(stream.caller().member(), bytes);
		if (rejection.isEmpty()) {
			this.streams.put(stream, before + bytes);
		}
		return rejection;
	}

	/// Frees the heap of a subscription of a stream.
	synchronized void free(OpenStream stream, long bytes) {
		if (this.streams.computeIfPresent(stream, (_, before) -> before - bytes) != null) {
			this.heap.remove(stream.caller().member(), bytes);
		}
	}

	private int count(Object key) {
		return this.counts.getOrDefault(key, 0);
	}

	private void add(OpenStream stream, int difference) {
		add(stream.caller().network(), difference);
		add(Long.valueOf(stream.caller().member()), difference);
	}

	private void add(Object key, int difference) {
		this.counts.merge(key, difference,
				(before, added) -> (before + added > 0) ? Integer.valueOf(before + added) : null);
	}

	/// Called when the stream no longer exists.
	/// @return false if it was not counted any more
	synchronized boolean release(OpenStream stream) {
		Long reserved = this.streams.remove(stream);
		if (reserved != null) {
			add(stream, -1);
			this.heap.remove(stream.caller().member(), reserved);
		}
		return reserved != null;
	}

	/// Ends each stream for which there is a reason.
	private void check() {
		for (OpenStream stream : this.streams.keySet()) {
			reason(stream).filter((_) -> release(stream))
				.ifPresent((end) -> this.closing.execute(() -> close(stream, end)));
		}
	}

	private static Optional<StreamEnd> reason(OpenStream stream) {
		return switch (stream.caller().session().state()) {
			case ACTIVE -> stream.clientFailure();
			case EXPIRED -> Optional.of(StreamEnd.SESSION_EXPIRED);
			case REVOKED -> Optional.of(StreamEnd.SESSION_REVOKED);
		};
	}

	private static void close(OpenStream stream, StreamEnd end) {
		try {
			stream.close(end);
		}
		catch (RuntimeException failed) {
			logger.debug("A stream could not be closed", failed);
		}
	}

	@Override
	public synchronized void start() {
		this.stopped = false;
		this.checks = this.threads.newThread(this::checkUntilStopped);
		this.checks.start();
	}

	private void checkUntilStopped() {
		while (!this.stopped) {
			try {
				Thread.sleep(CHECK_INTERVAL);
				check();
			}
			catch (InterruptedException stopped) {
				return;
			}
			catch (RuntimeException failed) {
				logger.error("The check of open streams failed", failed);
			}
		}
	}

	/// New streams are rejected from now on.
	@Override
	public void stop() {
		stopChecks();
		List<Callable<Object>> closes = this.streams.keySet()
			.stream()
			.filter(this::release)
			.map((stream) -> Executors.callable(() -> close(stream, StreamEnd.SHUTDOWN)))
			.toList();
		try {
			this.closing.invokeAll(closes, CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void stopChecks() {
		this.stopped = true;
		if (this.checks != null) {
			this.checks.interrupt();
			this.checks = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.checks != null;
	}

	/// Stops after the drain time, when routers send new connections to another instance,
	/// and before the web server.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 1;
	}

}
