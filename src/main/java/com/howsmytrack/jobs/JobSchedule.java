package com.howsmytrack.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import com.howsmytrack.startup.InvalidSettingException;

import org.springframework.scheduling.support.CronExpression;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/// When each job runs: the time of its definition, unless a setting overrides it. A setting that names no job, or has
/// no valid time, stops the start, also of an instance that does not run the schedule.
@Component
public class JobSchedule {

	private final Map<JobName, String> times = new TreeMap<>();

	private final boolean active;

	JobSchedule(Jobs jobs, JobSettings settings) {
		this.active = settings.scheduled();
		jobs.names().forEach((name) -> this.times.put(name, jobs.defaultTime(name).toString()));
		settings.schedule().forEach(this::override);
	}

	private void override(String key, String time) {
		if (!CronExpression.isValidExpression(time)) {
			throw new InvalidSettingException(("howsmytrack.jobs.schedule.%s is \"%s\". "
					+ "Expected a cron expression of six fields in UTC, such as \"0 30 2 * * *\"")
				.formatted(key, time));
		}
		this.times.put(job(key), time);
	}

	/// An environment variable has no hyphens: its key is `assigngroups`.
	private JobName job(String key) {
		return this.times.keySet()
			.stream()
			.filter((name) -> name.value().replace("-", "").equals(key.replace("-", "")))
			.findFirst()
			.orElseThrow(() -> new InvalidSettingException("howsmytrack.jobs.schedule.%s names no job. The jobs are %s"
				.formatted(key, this.times.keySet().stream().map(JobName::value).collect(Collectors.joining(", ")))));
	}

	/// Whether this process runs the jobs at these times.
	public boolean isActive() {
		return this.active;
	}

	/// The first scheduled time of the job after an instant. Empty if there is none.
	public Optional<Instant> nextAfter(JobName name, Instant instant) {
		CronExpression time = CronExpression.parse(Objects.requireNonNull(this.times.get(name)));
		return Optional.ofNullable(time.next(instant.atZone(ZoneOffset.UTC))).map(ZonedDateTime::toInstant);
	}

	void forEach(BiConsumer<JobName, CronTrigger> action) {
		this.times.forEach((name, time) -> action.accept(name, new CronTrigger(time, ZoneOffset.UTC)));
	}

}
