package com.howsmytrack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Entity;
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
			new Allowed("demo.DemoData", Set.of("account"), "Fills only a database without accounts."),
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

	private static final Path CLASSES = classes();

	private static final Path PACKAGE = CLASSES.resolve("com/howsmytrack");

	private static final Path MIGRATIONS = CLASSES.resolve("db/migration");

	private static final Pattern MIGRATION = Pattern.compile("V\\d+__([a-z]+)(_.*)?\\.sql");

	private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");

	private static final Pattern CHANGED = Pattern
		.compile("(?:ALTER TABLE|CREATE (?:UNIQUE )?INDEX \\w+ ON|CREATE TRIGGER [\\w ]+ ON) (\\w+)");

	/// A table or the call of a function, its alias and the columns of its alias.
	private static final String ITEM = "(?:\\w+\\.)?\\w+(?:\\s*\\([^()]*\\))?(?:\\s+(?:AS\\s+)?\\w+)?(?:\\s*\\([^()]*\\))?";

	/// The places of SQL in which tables are named, with the list that follows. The
	/// target of `REFERENCES` is not one of them: a foreign key to a table of another
	/// module is allowed.
	private static final Pattern NAMED = Pattern
		.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY|LOCK|COPY|ANALYZE|TRUNCATE|USING)\\s+(?=(" + ITEM
				+ "(?:\\s*,\\s*" + ITEM + ")*))", Pattern.CASE_INSENSITIVE);

	private static final Pattern FIRST_NAME = Pattern.compile("^(?:\\w+\\.)?(\\w+)");

	@Test
	void onlyTheOwnerOfATableNamesIt() {
		Set<Use> foreign = foreign(uses());

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
		Map<String, String> owners = owners();

		assertThat(owners).isNotEmpty();
		assertThat(owners.values()).allSatisfy((module) -> assertThat(PACKAGE.resolve(module)).isDirectory());
		files(MIGRATIONS, ".sql")
			.forEach((migration) -> assertThat(matches(CHANGED, read(migration))).as(migration.toString())
				.allSatisfy((table) -> assertThat(owners).containsEntry(table, moduleOf(migration))));
	}

	/// The first test must be able to fail.
	@ParameterizedTest
	@ValueSource(strings = { "SELECT * FROM account", "WITH a AS (UPDATE account SET b = 1) SELECT 1",
			"INSERT INTO account DEFAULT VALUES", "LEFT JOIN account ON true", "select * from account",
			"SELECT * FROM sample, account", "SELECT * FROM sample AS a, account AS b",
			"SELECT * FROM sample a, account b", "SELECT * FROM unnest(:ids) AS a (id), account",
			"LOCK TABLE sample, account", "LOCK account", "DELETE FROM sample USING account",
			"MERGE INTO sample USING account ON true", "TRUNCATE TABLE ONLY account", "UPDATE ONLY account SET b = 1",
			"SELECT * FROM public.account" })
	void findsTablesInStatementsAndFragments(String sql) {
		assertThat(foreign(uses("sample.Sample", Stream.of(sql)))).containsExactly(new Use("sample.Sample", "account"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE sample (account_id bigint REFERENCES account)",
			"JOIN sample USING (account)", "SELECT account FROM sample ORDER BY id, account" })
	void acceptsForeignKeysAndColumns(String sql) {
		assertThat(uses("sample.Sample", Stream.of(sql))).isEmpty();
	}

	@Test
	void findsTheTablesOfEntities() {
		assertThat(tableOf(RenamedSample.class)).isEqualTo("account");
		assertThat(tableOf(FeedbackRequest.class)).isEqualTo("feedback_request");
		assertThat(entities()).contains(new Use("account.link.MailedLink", "mailed_link"),
				new Use("feedback.admin.CorrectedRequest", "feedback_request"));
	}

	@Test
	void findsTheTablesOfClasses() {
		assertThat(uses()).contains(new Use("feedback.request.FeedbackRequests", "feedback_request"),
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
		Map<String, String> owners = owners();
		return uses.filter((use) -> !use.module().equals(owners.getOrDefault(use.table(), use.module())))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Path classes() {
		try {
			return Path.of(HowsMyTrackApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException malformed) {
			throw new IllegalStateException(malformed);
		}
	}

	/// By table.
	private static Map<String, String> owners() {
		Map<String, String> owners = new HashMap<>();
		files(MIGRATIONS, ".sql").forEach((migration) -> matches(CREATED, read(migration))
			.forEach((table) -> owners.put(table, moduleOf(migration))));
		return owners;
	}

	private static String moduleOf(Path migration) {
		Matcher name = MIGRATION.matcher(migration.getFileName().toString());
		assertThat(name.matches()).as(migration.toString()).isTrue();
		return name.group(1);
	}

	private static Stream<Use> uses() {
		Stream<Use> classes = files(PACKAGE, ".class").flatMap((file) -> uses(className(file), strings(file)));
		Stream<Use> resources = files(CLASSES, ".sql").filter((file) -> !file.startsWith(MIGRATIONS))
			.flatMap((file) -> uses(CLASSES.relativize(file).getName(0).toString(), Stream.of(read(file))));
		return Stream.of(classes, resources, entities()).flatMap(Function.identity()).distinct();
	}

	private static Stream<Use> uses(String source, Stream<String> texts) {
		Set<String> tables = owners().keySet();
		return texts.flatMap((text) -> matches(NAMED, text).stream())
			.flatMap((list) -> Stream.of(list.split("\\s*,\\s*")))
			.flatMap((item) -> matches(FIRST_NAME, item).stream())
			.map((table) -> table.toLowerCase(Locale.ROOT))
			.filter(tables::contains)
			.map((table) -> new Use(source, table))
			.distinct();
	}

	private static Stream<Use> entities() {
		return new ClassFileImporter().importPath(PACKAGE)
			.stream()
			.filter((type) -> type.isAnnotatedWith(Entity.class))
			.map((entity) -> new Use(entity.getName().substring("com.howsmytrack.".length()),
					tableOf(entity.reflect())));
	}

	/// The name in `@Table`, or the default of Spring: the name of the class in snake
	/// case.
	private static String tableOf(Class<?> entity) {
		Table table = entity.getAnnotation(Table.class);
		if (table != null && !table.name().isEmpty()) {
			return table.name();
		}
		return entity.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	/// String constants and the values of annotations. A nested class belongs to its
	/// outer class.
	private static Stream<String> strings(Path classFile) {
		try {
			return StreamSupport.stream(ClassFile.of().parse(classFile).constantPool().spliterator(), false)
				.filter(Utf8Entry.class::isInstance)
				.map((PoolEntry entry) -> ((Utf8Entry) entry).stringValue());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String className(Path classFile) {
		return PACKAGE.relativize(classFile)
			.toString()
			.replaceFirst("(\\$.*)?\\.class$", "")
			.replace(File.separatorChar, '.');
	}

	private static List<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group(1)).toList();
	}

	private static Stream<Path> files(Path directory, String suffix) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).toList().stream();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private record Use(String source, String table) implements Comparable<Use> {

		String module() {
			return this.source.contains(".") ? this.source.substring(0, this.source.indexOf('.')) : this.source;
		}

		@Override
		public int compareTo(Use other) {
			return toString().compareTo(other.toString());
		}

		@Override
		public String toString() {
			return this.source + ": " + this.table;
		}

	}

}
