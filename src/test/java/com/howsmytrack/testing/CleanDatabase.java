package com.howsmytrack.testing;

import com.howsmytrack.mail.Mailbox;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Empties every table of ours and every mailbox, frees the locks and turns the clock back, before each test. Rows of locks stay: the
/// library remembers that it made them. The log that nobody can edit is emptied as only a superuser can: without triggers.
public class CleanDatabase implements BeforeEachCallback {

	private static final String TRUNCATE_ALL = """
			DO $$ BEGIN
				PERFORM set_config('session_replication_role', 'replica', true);
				EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
					FROM pg_tables WHERE schemaname = 'public'
						AND tablename NOT IN ('flyway_schema_history', 'shedlock'));
				UPDATE shedlock SET lock_until = timezone('utc', now());
			END $$""";

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		application.getBean(JdbcTemplate.class).execute(TRUNCATE_ALL);
		application.getBean(AdjustableClock.class).reset();
		Mailbox.empty();
		application.publishEvent(new Cleaned());
	}

	/// Every table is empty: whoever remembers what was in them forgets it now.
	public record Cleaned() {
	}

}
