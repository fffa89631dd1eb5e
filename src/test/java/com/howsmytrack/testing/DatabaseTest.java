package com.howsmytrack.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.howsmytrack.persistence.TestDatabaseConnection;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A test of SQL with the migrated PostgreSQL database and without the rest of the application. A test creates the
/// objects that it calls, so that all such tests share one context. The database is empty before each test, and only the
/// test changes the time.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@JdbcTest(properties = { "spring.datasource.hikari.connection-timeout=60000",
		"spring.datasource.hikari.connection-init-sql=SET statement_timeout = '60s'",
		"spring.datasource.hikari.data-source-properties.socketTimeout=60" })
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@ContextConfiguration(initializers = TestPostgres.class)
@Import({ TestDatabaseConnection.class, AdjustableClock.class, Database.class, Statements.class })
@ExtendWith(CleanDatabase.class)
public @interface DatabaseTest {

}
