package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// One lock for each job, shared by all instances, and extended while its job runs. It uses the time of the database,
/// because the clocks of instances can differ.
///
/// The executor that extends locks is not a bean: Spring would use it as the executor of the schedule, and a long job
/// would then prevent the extension of its own lock.
@Component
class JobLocks implements AutoCloseable {

	private final ScheduledExecutorService extender = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("job-lock-extender").factory());

	private final LockProvider provider;

	private final JobSettings settings;

	JobLocks(JdbcTemplate jdbc, JobSettings settings) {
		this.provider = new KeepAliveLockProvider(
				new JdbcTemplateLockProvider(
						JdbcTemplateLockProvider.Configuration.builder().withJdbcTemplate(jdbc).usingDbTime().build()),
				this.extender);
		this.settings = settings;
	}

	/// Returns at once; empty when another run holds the lock.
	Optional<SimpleLock> take(JobName job) {
		return this.provider.lock(
				new LockConfiguration(ClockProvider.now(), job.value(), this.settings.lockAtMostFor(), Duration.ZERO));
	}

	@Override
	public void close() {
		this.extender.shutdownNow();
	}

}
