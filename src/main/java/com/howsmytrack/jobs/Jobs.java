package com.howsmytrack.jobs;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/// The jobs of all modules, by name. A job without a definition, or two jobs of one name, stop the start.
@Component
public class Jobs {

	private final Map<JobName, Registration> registrations = new TreeMap<>();

	Jobs(List<ScheduledJob> jobs) {
		jobs.forEach(this::register);
	}

	private void register(ScheduledJob job) {
		JobDefinition definition = AnnotationUtils.findAnnotation(job.getClass(), JobDefinition.class);
		if (definition == null) {
			throw new IllegalStateException("%s needs @JobDefinition".formatted(className(job)));
		}
		Registration registration = new Registration(job, CronExpression.parse(definition.cron()));
		Registration other = this.registrations.putIfAbsent(new JobName(definition.name()), registration);
		if (other != null) {
			throw new IllegalStateException(
					"%s and %s are both named %s".formatted(className(other.job()), className(job), definition.name()));
		}
	}

	private static String className(ScheduledJob job) {
		return ClassUtils.getUserClass(job).getName();
	}

	/// In alphabetical order.
	public Collection<JobName> names() {
		return Collections.unmodifiableCollection(this.registrations.keySet());
	}

	ScheduledJob get(JobName name) {
		return registration(name).job();
	}

	/// The time that the job's definition names.
	CronExpression defaultTime(JobName name) {
		return registration(name).time();
	}

	private Registration registration(JobName name) {
		@Nullable Registration registration = this.registrations.get(name);
		if (registration == null) {
			throw new IllegalArgumentException("There is no job " + name);
		}
		return registration;
	}

	private record Registration(ScheduledJob job, CronExpression time) {
	}

}
