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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A table has one owner: the module whose migration creates it (`V002__feedback.sql`). Only SQL of the owner's package
/// names the table. A new module with its own migration needs no entry here.
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
			new Allowed("notification.NewGroupNotifications",
					Set.of("feedback_group", "feedback_request"),
					"Set-based: queues the mails of an assignment run in one statement for each batch of groups."),
			new Allowed("notification.SendGroupReminders",
					Set.of("feedback_group", "feedback_request", "feedback_response"),
					"Set-based: finds, marks and queues all due reminders in one statement."));

	/// These modules write rows of the past, for which there are no use cases, so they
	/// name the tables of all modules.
	private static final Set<String> MODULES_THAT_WRITE_ALL_TABLES = Set.of("demo", "djangoimport");

	private static final Path CLASSES = classes();

	private static final Path PACKAGE = CLASSES.resolve("com/howsmytrack");

	private static final Path MIGRATIONS = CLASSES.resolve("db/migration");

	private static final Pattern MIGRATION = Pattern.compile("V\\d+__([a-z]+)(_.*)?\\.sql");

	private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");

	private static final Pattern CHANGED = Pattern
		.compile("(?:ALTER TABLE|CREATE (?:UNIQUE )?INDEX \\w+ ON|CREATE TRIGGER [\\w ]+ ON) (\\w+)");

	/// The places of SQL in which a table is named. Keywords of SQL are in upper case in
	/// this code base.
	private static final Pattern NAMED = Pattern
		.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY|COPY|ANALYZE|TRUNCATE)\\s+(\\w+)");

	@Test
	void onlyTheOwnerOfATableNamesIt() {
		Map<String, String> owners = owners();
		Set<Use> foreign = uses().filter((use) -> !MODULES_THAT_WRITE_ALL_TABLES.contains(use.module()))
			.filter((use) -> !use.module().equals(owners.getOrDefault(use.table(), use.module())))
			.collect(Collectors.toCollection(TreeSet::new));

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
	@Test
	void findsTablesInStatementsAndFragments() {
		assertThat(matches(NAMED, """
				WITH done AS (UPDATE job_run SET a = 1) INSERT INTO a SELECT * FROM account
				LEFT JOIN b ON true""")).containsExactly("job_run", "a", "account", "b");
		assertThat(uses()).contains(new Use("feedback.request.FeedbackRequests", "feedback_request"),
				new Use("feedback.member.MemberPage", "account"));
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
		Set<String> tables = owners().keySet();
		Stream<Use> classes = files(PACKAGE, ".class")
			.flatMap((file) -> tablesIn(strings(file), tables).map((table) -> new Use(className(file), table)));
		Stream<Use> resources = files(CLASSES, ".sql").filter((file) -> !file.startsWith(MIGRATIONS))
			.flatMap((file) -> tablesIn(Stream.of(read(file)), tables)
				.map((table) -> new Use(CLASSES.relativize(file).getName(0).toString(), table)));
		return Stream.concat(classes, resources).distinct();
	}

	private static Stream<String> tablesIn(Stream<String> texts, Collection<String> tables) {
		return texts.flatMap((text) -> matches(NAMED, text).stream()).filter(tables::contains).distinct();
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
