package com.howsmytrack.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The jobs that run in this process, so that it can go when it is told to: they get some time to end by themselves, and
/// are then stopped between two rows. That costs nothing: what they did is rolled back, and is still due.
@Component
class RunningJobs {

	private static final Logger logger = LoggerFactory.getLogger(RunningJobs.class);

	/// One may be between two statements when its statement is cancelled.
	private static final Duration CANCELLED_EVERY = Duration.ofMillis(200);

	private final Set<PGConnection> connections = ConcurrentHashMap.newKeySet();

	private final ApplicationContext context;

	private final Duration patience;

	private volatile boolean closing;

	RunningJobs(ApplicationContext context, JobSettings settings) {
		this.context = context;
		this.patience = settings.stopAfter();
	}

	/// @throws IllegalStateException when the process is about to end
	void begin(PGConnection connection) {
		if (this.closing) {
			throw new IllegalStateException("No job begins while the service shuts down");
		}
		this.connections.add(connection);
	}

	void end(PGConnection connection) {
		this.connections.remove(connection);
	}

	/// Goes on beside the requests in flight, which end meanwhile.
	@EventListener
	void close(ContextClosedEvent event) {
		if (event.getApplicationContext().equals(this.context)) {
			this.closing = true;
			Thread.ofVirtual().name("job-stopper").start(this::stopAfterAWhile);
		}
	}

	private void stopAfterAWhile() {
		long begun = System.nanoTime();
		try {
			while (!this.connections.isEmpty()) {
				if (System.nanoTime() - begun > this.patience.toNanos()) {
					this.connections.forEach(RunningJobs::cancel);
				}
				TimeUnit.NANOSECONDS.sleep(CANCELLED_EVERY.toNanos());
			}
		}
		catch (InterruptedException over) {
			Thread.currentThread().interrupt();
		}
	}

	private static void cancel(PGConnection connection) {
		try {
			connection.cancelQuery();
		}
		catch (SQLException gone) {
			logger.debug("A job could not be cancelled", gone);
		}
	}

}
