package com.howsmytrack.testing;

import com.howsmytrack.mail.Mailbox;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Empties all tables and mailboxes, releases the locks and resets the clock before each test. Rows of `shedlock` are kept,
/// because ShedLock caches which rows it has inserted. Triggers are off, because they forbid changes of the audit log.
public class CleanDatabase implements BeforeAllCallback, BeforeEachCallback {

	private static final String TRUNCATE_ALL = """
			DO $$ BEGIN
				PERFORM set_config('session_replication_role', 'replica', true);
				EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
					FROM pg_tables WHERE schemaname = 'public'
						AND tablename NOT IN ('flyway_schema_history', 'shedlock'));
				UPDATE shedlock SET lock_until = timezone('utc', now());
			END $$""";

	/// Starts the application before an extension that is registered later captures the
	/// output of the test.
	@Override
	public void beforeAll(ExtensionContext context) {
		SpringExtension.getApplicationContext(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		application.getBean(JdbcTemplate.class).execute(TRUNCATE_ALL);
		application.getBean(AdjustableClock.class).reset();
		Mailbox.empty();
		application.publishEvent(new Cleaned());
	}

	/// Published when the tables are empty, so that caches can be emptied, too.
	public record Cleaned() {
	}

}
