package com.howsmytrack.graphql.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.howsmytrack.graphql.CallerSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private final long heapLimit;

	/// The heap of all streams. Guarded by this.
	private long heapUsed;

	private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();

	/// The number of streams by the id of a member or by network. Guarded by this.
	private final Map<Object, Integer> counts = new HashMap<>();

	/// Closing can wait for a client that does not read.
	private final ExecutorService closing = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-close-", 0).factory());

	private volatile @Nullable Thread checks;

	/// Not the absence of [#checks]: the server accepts requests before they start, and
	/// they can start before the field is set.
	private volatile boolean stopped;

	OpenStreams(StreamSettings settings, StreamMetrics metrics) {
		this.settings = settings;
		this.metrics = metrics;
		this.heapLimit = settings.heapForStreams(DataSize.ofBytes(Runtime.getRuntime().maxMemory()));
		metrics.watch(this.streams);
	}

	/// Empty if the stream may be opened. It is counted until [#closed] is called.
	Optional<StreamRejection> open(OpenStream stream) {
		Optional<StreamRejection> rejection = reserve(stream);
		rejection.ifPresent(this.metrics::rejected);
		return rejection;
	}

	private synchronized Optional<StreamRejection> reserve(OpenStream stream) {
		if (this.stopped) {
			return Optional.of(StreamRejection.SHUTDOWN);
		}
		if (this.heapUsed + stream.protocol().heap() > this.heapLimit) {
			return Optional.of(StreamRejection.INSTANCE_LIMIT);
		}
		if (count(stream.network()) >= this.settings.perNetwork()) {
			return Optional.of(StreamRejection.NETWORK_LIMIT);
		}
		if (stream.session().isPresent() && count(stream.session().get().member()) >= this.settings.perMember()) {
			return Optional.of(StreamRejection.MEMBER_LIMIT);
		}
		this.streams.add(stream);
		add(stream, 1);
		return Optional.empty();
	}

	private int count(Object key) {
		return this.counts.getOrDefault(key, 0);
	}

	private void add(OpenStream stream, int difference) {
		this.heapUsed += difference * stream.protocol().heap();
		add(stream.network(), difference);
		stream.session().map(CallerSession::member).ifPresent((member) -> add(member, difference));
	}

	private void add(Object key, int difference) {
		this.counts.merge(key, difference,
				(before, added) -> (before + added > 0) ? Integer.valueOf(before + added) : null);
	}

	/// Called when the stream no longer exists.
	/// @return false if it was not counted any more
	synchronized boolean closed(OpenStream stream) {
		boolean removed = this.streams.remove(stream);
		if (removed) {
			add(stream, -1);
		}
		return removed;
	}

	/// Ends each stream for which there is a reason.
	private void check() {
		for (OpenStream stream : this.streams) {
			reason(stream).filter((_) -> closed(stream))
				.ifPresent((end) -> this.closing.execute(() -> close(stream, end)));
		}
	}

	private static Optional<StreamEnd> reason(OpenStream stream) {
		return stream.session().flatMap((session) -> switch (session.state()) {
			case ACTIVE -> Optional.empty();
			case EXPIRED -> Optional.of(StreamEnd.SESSION_EXPIRED);
			case REVOKED -> Optional.of(StreamEnd.SESSION_REVOKED);
		}).or(() -> stream.isLost() ? Optional.of(StreamEnd.CONNECTION_LOST) : Optional.empty());
	}

	private void close(OpenStream stream, StreamEnd end) {
		this.metrics.ended(end);
		try {
			stream.close(end);
		}
		catch (RuntimeException failed) {
			logger.debug("A stream could not be closed", failed);
		}
	}

	@Override
	public void start() {
		this.stopped = false;
		this.checks = Thread.ofVirtual().name("stream-checks").start(this::checkUntilStopped);
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
		List<Callable<Boolean>> closes = this.streams.stream().filter(this::closed).map(this::shutdown).toList();
		try {
			this.closing.invokeAll(closes, CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void stopChecks() {
		this.stopped = true;
		Thread running = this.checks;
		this.checks = null;
		if (running != null) {
			running.interrupt();
		}
	}

	private Callable<Boolean> shutdown(OpenStream stream) {
		return () -> {
			close(stream, StreamEnd.SHUTDOWN);
			return true;
		};
	}

	@Override
	public boolean isRunning() {
		return this.checks != null;
	}

	/// Stops first, before the time in which the server still answers requests, so that
	/// clients use that time to connect to another instance.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
