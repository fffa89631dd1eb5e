package com.howsmytrack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.TableUses.Use;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A table has one owner: the module whose migration creates it (`V002__feedback.sql`). Only SQL and entities of the
/// owner's package name the table. A new module with its own migration needs no entry here.
class TableOwnershipTests {

	/// SQL of one source that names tables of other modules.
	///
	/// @param source a class without the package `com.howsmytrack`, or a folder of SQL
	/// resources
	private record Allowed(String source, Set<String> tables, String reason) {
	}

	private static final List<Allowed> EXCEPTIONS = List.of(
			new Allowed("audit.AuditLog", Set.of("account"),
					"A row keeps the operator's address: it is read in the statement that writes the row."),
			new Allowed("feedback.member.MemberPage", Set.of("account", "mail_preference"),
					"The client reads this page most often: one statement instead of two."),
			new Allowed("feedback.admin.FeedbackRecords", Set.of("account"),
					"The operators' lists show the address of each member: one statement for each page of a list."),
			new Allowed("mail.MailQueue", Set.of("account"),
					"The account can be deleted while a mail is sent; the statement must not violate the foreign key."),
			new Allowed("notification.NewGroupNotifications", Set.of("feedback_group", "feedback_request"),
					"Set-based: queues the mails of an assignment run in one statement for each batch of groups."),
			new Allowed("notification.SendGroupReminders",
					Set.of("feedback_group", "feedback_request", "feedback_response"),
					"Set-based: finds, marks and queues all due reminders in one statement."),
			new Allowed("notification.notice.NotGroupedNotices", Set.of("feedback_request"),
					"Set-based: tells the owners of all requests that an assignment run left pending."),
			new Allowed("demo.DemoData", Set.of("account"), "Fills only a database without accounts."),
			new Allowed("demo.DemoNotices",
					Set.of("feedback_group", "feedback_reply", "feedback_request", "feedback_response", "notice"),
					"Writes rows of the past, for which there are no use cases."),
			new Allowed("demo.DemoOperation",
					Set.of("account", "audit_log", "feedback_group", "feedback_request", "job_run", "outgoing_mail"),
					"Writes rows of the past, for which there are no use cases."),
			new Allowed("demo.DemoReleases",
					Set.of("account", "artist", "chosen_genre", "feedback_request", "followed_artist",
							"reference_release", "release", "release_artist"),
					"Writes rows of the past, for which there are no use cases."),
			new Allowed("demo.DemoRows",
					Set.of("account", "feedback_group", "feedback_reply", "feedback_request", "feedback_response",
							"group_reminder", "mail_preference"),
					"Writes rows of the past, for which there are no use cases."),
			new Allowed("djangoimport.ImportTarget",
					Set.of("account", "feedback_group", "feedback_reply", "feedback_request", "feedback_response",
							"member_rating"),
					"Locks all tables of the import, so that they stay empty until the import fills them."),
			new Allowed("djangoimport",
					Set.of("account", "feedback_group", "feedback_reply", "feedback_request", "feedback_response",
							"group_reminder", "mail_preference", "member_rating", "usage_day"),
					"Writes rows of the past, for which there are no use cases."));

	private static final Pattern CHANGED = Pattern
		.compile("(?:ALTER TABLE|CREATE (?:UNIQUE )?INDEX \\w+ ON|CREATE TRIGGER [\\w ]+ ON) (\\w+)");

	@Test
	void onlyTheOwnerOfATableNamesIt() {
		Set<Use> foreign = foreign(TableUses.uses());

		assertThat(foreign).isEqualTo(EXCEPTIONS.stream()
			.flatMap((allowed) -> allowed.tables().stream().map((table) -> new Use(allowed.source(), table)))
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void eachExceptionHasAReason() {
		assertThat(EXCEPTIONS).allSatisfy((allowed) -> assertThat(allowed.reason()).isNotBlank());
	}

	@Test
	void eachTableIsCreatedByAModuleAndChangedOnlyByIt() {
		Map<String, String> owners = TableUses.owners();

		assertThat(owners).isNotEmpty();
		assertThat(owners.values()).allSatisfy((module) -> assertThat(TableUses.PACKAGE.resolve(module)).isDirectory());
		TableUses.files(TableUses.MIGRATIONS, ".sql")
			.forEach((migration) -> assertThat(TableUses.matches(CHANGED, TableUses.read(migration)))
				.as(migration.toString())
				.allSatisfy((table) -> assertThat(owners).containsEntry(table, TableUses.moduleOf(migration))));
	}

	/// The first test must be able to fail.
	@ParameterizedTest
	@ValueSource(strings = { "SELECT * FROM account", "WITH a AS (UPDATE account SET b = 1) SELECT 1",
			"INSERT INTO account DEFAULT VALUES", "LEFT JOIN account ON true", "select * from account",
			"SELECT * FROM sample, account", "SELECT * FROM sample AS a, account AS b",
			"SELECT * FROM sample a, account b", "SELECT * FROM unnest(:ids) AS a (id), account",
			"LOCK TABLE sample, account", "LOCK account", "DELETE FROM sample USING account",
			"MERGE INTO sample USING account ON true", "TRUNCATE TABLE ONLY account", "UPDATE ONLY account SET b = 1",
			"SELECT * FROM public.account", "SELECT * FROM (SELECT 1) AS a, account",
			"SELECT * FROM sample JOIN other ON sample.id = other.id, account",
			"SELECT * FROM sample, LATERAL (SELECT max(id) FROM other) AS a, account",
			"SELECT * FROM unnest(ARRAY[lower('a')]) AS a, account", "SELECT * FROM (account JOIN sample USING (id))",
			"SELECT * FROM (SELECT * FROM account) AS a", "SELECT * FROM sample JOIN other USING (id), account" })
	void findsTablesInStatementsAndFragments(String sql) {
		assertThat(foreign(TableUses.uses("sample.Sample", Stream.of(sql))))
			.containsExactly(new Use("sample.Sample", "account"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE sample (account_id bigint REFERENCES account)",
			"JOIN sample USING (account)", "SELECT account FROM sample ORDER BY id, account",
			"SELECT * FROM (SELECT 1) AS a WHERE id IN (1, account)", "UPDATE sample SET a = 1, account = 2",
			"INSERT INTO sample (id, account) SELECT id, account FROM other" })
	void acceptsForeignKeysAndColumns(String sql) {
		assertThat(TableUses.uses("sample.Sample", Stream.of(sql))).isEmpty();
	}

	@Test
	void findsTheTablesOfEntities() {
		assertThat(TableUses.tableOf(RenamedSample.class)).isEqualTo("account");
		assertThat(TableUses.tableOf(FeedbackRequest.class)).isEqualTo("feedback_request");
		assertThat(TableUses.entities()).contains(new Use("account.link.MailedLink", "mailed_link"),
				new Use("feedback.admin.CorrectedRequest", "feedback_request"));
	}

	@Test
	void findsTheTablesOfClasses() {
		assertThat(TableUses.uses()).contains(new Use("feedback.request.FeedbackRequests", "feedback_request"),
				new Use("feedback.member.MemberPage", "account"));
	}

	/// Not an entity: the tests of the whole application would map it.
	@Table(name = "account")
	private static final class RenamedSample {

	}

	private static final class FeedbackRequest {

	}

	/// The uses of tables by modules that do not own them.
	private static Set<Use> foreign(Stream<Use> uses) {
		Map<String, String> owners = TableUses.owners();
		return uses.filter((use) -> !use.module().equals(owners.getOrDefault(use.table(), use.module())))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
