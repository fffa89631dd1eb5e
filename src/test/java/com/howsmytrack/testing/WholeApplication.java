package com.howsmytrack.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.session.RevokedSessionsReset;
import com.howsmytrack.account.session.SessionScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.RecordedPauses;
import com.howsmytrack.mail.MailScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.ratelimit.RateLimiterReset;
import com.howsmytrack.notification.EveryMail;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application with HTTP and PostgreSQL. The database is empty before each test, and only the test
/// changes the time. All such tests share one context, unless a class has properties of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = HowsMyTrackApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "howsmytrack.jobs.scheduled=false", "howsmytrack.background-work=false",
				"howsmytrack.account.verify-addresses=false", "howsmytrack.account.password-hash.memory=64KB",
				"howsmytrack.account.password-hash.passes=1",
				"howsmytrack.account.rate-limits.registration-by-network.times=1000",
				// Time limits that a slow machine does not reach. Tests of time limits
				// start their own application.
				"howsmytrack.graphql.document.last-begin=1m", "spring.datasource.hikari.connection-timeout=60000",
				"spring.datasource.hikari.connection-init-sql=SET statement_timeout = '60s'",
				"spring.datasource.hikari.data-source-properties.socketTimeout=60" })
@ContextConfiguration(initializers = { TestPostgres.class, TestMailServer.class })
@Import({ AdjustableClock.class, Api.class, Database.class, SchemaInspection.class, Statements.class,
		RecordedEvents.class, FeedbackScenario.class, AccountScenario.class, SessionScenario.class, Mailbox.class,
		MailScenario.class, RevokedSessionsReset.class, RateLimiterReset.class, ManagementPort.class,
		RecordedPauses.class, Subscriptions.class, EveryMail.class })
@ExtendWith(CleanDatabase.class)
public @interface WholeApplication {

}
