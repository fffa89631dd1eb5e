package com.howsmytrack.jobs;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.CronTask;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobConfiguration {

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnBooleanProperty("howsmytrack.jobs.scheduled")
	static class Scheduling {

		@Bean
		SchedulingConfigurer scheduledJobs(JobSchedule schedule, JobRunner runner) {
			return (registrar) -> schedule
				.forEach((name, trigger) -> registrar.addCronTask(new CronTask(() -> runner.run(name), trigger)));
		}

	}

}
