package com.howsmytrack.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.account.SessionsForget;
import com.howsmytrack.feedback.Loop;
import com.howsmytrack.jobs.Rests;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.throttle.RefusalsForget;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application: real HTTP, real PostgreSQL, empty before each test, at a time that only the
/// test moves. All such tests share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = HowsMyTrackApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "howsmytrack.jobs.scheduled=false", "howsmytrack.background-work=false",
				"howsmytrack.account.verify-addresses=false", "howsmytrack.account.password-hash.memory=64KB",
				"howsmytrack.account.password-hash.passes=1",
				"howsmytrack.account.throttles.registration-by-network.times=1000" })
@ContextConfiguration(initializers = { TestPostgres.class, TestMailServer.class })
@Import({ AdjustableClock.class, Api.class, Database.class, SchemaInspection.class, Statements.class, Loop.class,
		Mailbox.class, SessionsForget.class, RefusalsForget.class, ManagementPort.class, Rests.class })
@ExtendWith(CleanSlate.class)
public @interface WholeApplication {

}
