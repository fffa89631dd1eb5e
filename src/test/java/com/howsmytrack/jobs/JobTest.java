package com.howsmytrack.jobs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.howsmytrack.testing.DatabaseTest;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Import;

/// A test of runs of jobs with the classes that lock, execute and record them, and without the jobs of the application.
/// Transactions are those of JPA, as in the application.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@ImportAutoConfiguration({ HibernateJpaAutoConfiguration.class, JacksonAutoConfiguration.class })
@EnableConfigurationProperties(JobSettings.class)
@Import({ JobRunnerFixture.class, JobLocks.class, JobRuns.class, JobTransactions.class, RunningJobs.class })
@interface JobTest {

}
