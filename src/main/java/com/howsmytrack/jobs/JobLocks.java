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

/// One lock a job, shared by all instances, kept alive for as long as it is held. Its times are the database's:
/// the clocks of instances may disagree.
///
/// The thread that keeps locks alive is no bean: Spring would take it for the one that runs the schedule,
/// and a long job would let its own lock expire.
@Component
class JobLocks implements AutoCloseable {

	private final ScheduledExecutorService keeper = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("job-lock-keeper").factory());

	private final LockProvider provider;

	private final JobSettings settings;

	JobLocks(JdbcTemplate jdbc, JobSettings settings) {
		this.provider = new KeepAliveLockProvider(
				new JdbcTemplateLockProvider(
						JdbcTemplateLockProvider.Configuration.builder().withJdbcTemplate(jdbc).usingDbTime().build()),
				this.keeper);
		this.settings = settings;
	}

	/// Does not wait: empty when somebody else has it.
	Optional<SimpleLock> take(Job job) {
		return this.provider.lock(new LockConfiguration(ClockProvider.now(), job.command(),
				this.settings.lockAtMostFor(), Duration.ZERO));
	}

	@Override
	public void close() {
		this.keeper.shutdownNow();
	}

}
