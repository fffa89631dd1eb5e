package com.howsmytrack.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The jobs that run in this process. At shutdown they have the time of `stop-after` to end by themselves; after that
/// their statements are cancelled and their threads are interrupted. The open transaction is rolled back, and its work
/// is still due at the next run.
@Component
class RunningJobs {

	private static final Logger logger = LoggerFactory.getLogger(RunningJobs.class);

	/// Repeated, because a cancellation has no effect between two statements.
	private static final Duration CANCEL_INTERVAL = Duration.ofMillis(200);

	private final Set<Execution> executions = ConcurrentHashMap.newKeySet();

	private final ApplicationContext context;

	private final Duration stopAfter;

	private volatile boolean closing;

	RunningJobs(ApplicationContext context, JobSettings settings) {
		this.context = context;
		this.stopAfter = settings.stopAfter();
	}

	/// Registers a run of the current thread.
	/// @throws IllegalStateException when the process is about to end
	Execution begin() {
		Execution execution = new Execution(Thread.currentThread());
		// Registered before the check: either the check fails or the shutdown finds it.
		this.executions.add(execution);
		if (this.closing) {
			this.executions.remove(execution);
			throw new IllegalStateException("No job begins while the service shuts down");
		}
		return execution;
	}

	/// Does not block, so that requests in flight end during the same time.
	@EventListener
	void close(ContextClosedEvent event) {
		if (event.getApplicationContext().equals(this.context)) {
			this.closing = true;
			Thread.ofVirtual().name("job-stopper").start(this::stopAll);
		}
	}

	private void stopAll() {
		long begun = System.nanoTime();
		try {
			while (!this.executions.isEmpty()) {
				if (System.nanoTime() - begun > this.stopAfter.toNanos()) {
					this.executions.forEach(Execution::stop);
				}
				TimeUnit.NANOSECONDS.sleep(CANCEL_INTERVAL.toNanos());
			}
		}
		catch (InterruptedException over) {
			Thread.currentThread().interrupt();
		}
	}

	/// One run of a job, from its start to its end. It is closed by the thread that runs
	/// the job.
	final class Execution implements AutoCloseable {

		private final Thread thread;

		private @Nullable PGConnection connection;

		private boolean stopped;

		private boolean closed;

		private Execution(Thread thread) {
			this.thread = thread;
		}

		boolean isStopRequested() {
			return RunningJobs.this.closing;
		}

		/// @throws IllegalStateException when the time to end by itself is over
		synchronized void beginTransaction(PGConnection connection) {
			if (this.stopped) {
				throw new IllegalStateException("The job is stopped because the process ends");
			}
			this.connection = connection;
		}

		synchronized void endTransaction() {
			this.connection = null;
		}

		private synchronized void stop() {
			this.stopped = true;
			if (this.connection != null) {
				cancel(this.connection);
			}
			else if (!this.closed) {
				this.thread.interrupt();
			}
		}

		private void cancel(PGConnection connection) {
			try {
				connection.cancelQuery();
			}
			catch (SQLException unreachable) {
				logger.debug("A job's statement could not be cancelled", unreachable);
			}
		}

		/// Clears the thread's interruption, so that the end of the run can be recorded.
		@Override
		public void close() {
			RunningJobs.this.executions.remove(this);
			synchronized (this) {
				this.closed = true;
			}
			Thread.interrupted();
		}

	}

}
