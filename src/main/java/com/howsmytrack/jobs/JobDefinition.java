package com.howsmytrack.jobs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares the name and the time of a job, on a component that implements [TransactionalJob] or [ExternalCallsJob].
///
/// The job's module also adds the name to the GraphQL schema, for example `extend enum Job { ASSIGN_GROUPS }` with
/// a description. A module that removes a job removes both. The rows of the job stay in `job_run`; metrics and the admin
/// API leave them out.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JobDefinition {

	/// Lower-case words joined by hyphens; unique among jobs and commands.
	String name();

	/// When the job runs, as a cron expression of six fields in UTC. The setting
	/// `howsmytrack.jobs.schedule.NAME` overrides it.
	String cron();

}
