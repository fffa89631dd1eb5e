package com.howsmytrack.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import com.howsmytrack.jobs.JobHistory;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRuns;
import com.howsmytrack.jobs.JobSchedule;
import com.howsmytrack.jobs.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Metrics of each job's last runs. They are read from the table of runs, so that all instances report the same values,
/// also after a restart.
///
/// The label is `command`, because Prometheus itself uses the label `job` for the scraped service.
@Component
@ConditionalOnWebApplication
class JobMetrics implements MeterBinder {

	private static final String COMMAND = "command";

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	private final Jobs jobs;

	private final JobSchedule schedule;

	private final CachedGauge<List<JobHistory>> histories;

	/// The names of counts become known when a run has recorded them.
	private final Set<String> registeredCounts = new HashSet<>();

	private @Nullable MeterRegistry registry;

	JobMetrics(Jobs jobs, JobRuns runs, JobSchedule schedule) {
		this.jobs = jobs;
		this.schedule = schedule;
		this.histories = new CachedGauge<>("history of jobs", () -> withRegisteredCounts(runs.histories(jobs.names())));
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registry = registry;
		for (JobName job : this.jobs.names()) {
			gauge(job, "howsmytrack.job.last.success", "seconds", "When the job last succeeded; 0 for never",
					(history) -> finishedAt(history.lastSuccess()));
			gauge(job, "howsmytrack.job.due", "seconds",
					"The first scheduled time of the job after its last success; 0 if it never succeeded",
					(history) -> dueAt(job, history.lastSuccess()));
			gauge(job, "howsmytrack.job.last.duration", "seconds", "Duration of the last successful run",
					(history) -> duration(history.lastSuccess()));
			gauge(job, "howsmytrack.job.failing", null, "1 if the last run failed or died, otherwise 0",
					(history) -> history.failing() ? 1 : 0);
		}
		// Registers the counts of earlier runs before the first scrape.
		this.histories.get();
	}

	private void gauge(JobName job, String name, @Nullable String unit, String description,
			ToDoubleFunction<JobHistory> value) {
		if (this.registry != null) {
			Gauge.builder(name, this, (metrics) -> metrics.of(job, value))
				.baseUnit(unit)
				.description(description)
				.tag(COMMAND, job.value())
				.strongReference(true)
				.register(this.registry);
		}
	}

	private double of(JobName job, ToDoubleFunction<JobHistory> value) {
		return this.histories.get()
			.stream()
			.flatMap(List::stream)
			.filter((history) -> history.job().equals(job))
			.mapToDouble(value)
			.findFirst()
			.orElse(Double.NaN);
	}

	private List<JobHistory> withRegisteredCounts(List<JobHistory> histories) {
		for (JobHistory history : histories) {
			JobRun success = history.lastSuccess();
			if (success != null) {
				success.counts().keySet().forEach((name) -> count(history.job(), name));
			}
		}
		return histories;
	}

	private void count(JobName job, String name) {
		if (this.registry != null && this.registeredCounts.add(job.value() + ' ' + name)) {
			Gauge
				.builder("howsmytrack.job.last.done", this,
						(metrics) -> metrics.of(job, (history) -> count(history.lastSuccess(), name)))
				.description("Counts of the last successful run")
				.tag(COMMAND, job.value())
				.tag("what", name)
				.strongReference(true)
				.register(this.registry);
		}
	}

	private static double count(@Nullable JobRun success, String name) {
		return (success != null) ? success.counts().getOrDefault(name, 0L) : Double.NaN;
	}

	private static double finishedAt(@Nullable JobRun success) {
		Instant finished = (success != null) ? success.finishedAt() : null;
		return (finished != null) ? finished.getEpochSecond() : 0;
	}

	private double dueAt(JobName job, @Nullable JobRun success) {
		return Optional.ofNullable(success)
			.map(JobRun::finishedAt)
			.flatMap((finished) -> this.schedule.nextAfter(job, finished))
			.map(Instant::getEpochSecond)
			.orElse(0L);
	}

	private static double duration(@Nullable JobRun success) {
		Instant finished = (success != null) ? success.finishedAt() : null;
		return (success != null && finished != null) ? Duration.between(success.startedAt(), finished).toNanos() / NANOS
				: Double.NaN;
	}

}
