package com.howsmytrack.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import com.howsmytrack.jobs.JobHistory;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRuns;
import com.howsmytrack.jobs.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// What the record says about each job. From the table, so that every instance says the same, whichever of them ran the
/// job, and a restart forgets nothing.
///
/// The label is `command`: `job` is what Prometheus calls whatever it reads from.
@Component
@ConditionalOnWebApplication
class JobMetrics implements MeterBinder {

	private static final String COMMAND = "command";

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	private final Jobs jobs;

	private final CachedGauge<List<JobHistory>> histories;

	/// Only a run says what its job counts.
	private final Set<String> counted = new HashSet<>();

	private @Nullable MeterRegistry registry;

	JobMetrics(Jobs jobs, JobRuns runs) {
		this.jobs = jobs;
		this.histories = new CachedGauge<>("record of jobs", () -> known(runs.histories(jobs.names())));
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registry = registry;
		for (JobName job : this.jobs.names()) {
			gauge(job, "howsmytrack.job.last.success", "seconds", "When it last succeeded; 0 for never",
					(history) -> finishedAt(history.lastSuccess()));
			gauge(job, "howsmytrack.job.last.duration", "seconds", "How long it took then",
					(history) -> duration(history.lastSuccess()));
			gauge(job, "howsmytrack.job.failing", null, "1 when the last run failed or died",
					(history) -> history.failing() ? 1 : 0);
		}
		// Those of runs before this start are there from the first look on.
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

	private List<JobHistory> known(List<JobHistory> histories) {
		for (JobHistory history : histories) {
			JobRun success = history.lastSuccess();
			if (success != null) {
				success.counts().keySet().forEach((name) -> count(history.job(), name));
			}
		}
		return histories;
	}

	private void count(JobName job, String name) {
		if (this.registry != null && this.counted.add(job.value() + ' ' + name)) {
			Gauge
				.builder("howsmytrack.job.last.done", this,
						(metrics) -> metrics.of(job, (history) -> count(history.lastSuccess(), name)))
				.description("What it did then")
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

	private static double duration(@Nullable JobRun success) {
		Instant finished = (success != null) ? success.finishedAt() : null;
		return (success != null && finished != null) ? Duration.between(success.startedAt(), finished).toNanos() / NANOS
				: Double.NaN;
	}

}
