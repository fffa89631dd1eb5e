package com.howsmytrack.jobs;

import java.time.ZoneOffset;
import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.support.CronTrigger;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobSchedule {

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnBooleanProperty("howsmytrack.jobs.scheduled")
	static class Nightly {

		@Bean
		SchedulingConfigurer nightlySchedule(JobRunner runner, JobSettings settings) {
			return (registrar) -> {
				for (Job job : Job.values()) {
					String cron = Objects.requireNonNull(settings.schedule().get(job.command()),
							() -> "howsmytrack.jobs.schedule has no time for " + job.command());
					registrar.addCronTask(new CronTask(() -> runner.run(job), new CronTrigger(cron, ZoneOffset.UTC)));
				}
			};
		}

	}

}
