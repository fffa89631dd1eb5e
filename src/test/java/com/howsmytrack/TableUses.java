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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import static org.assertj.core.api.Assertions.assertThat;

/// Which class or folder of SQL resources names which table, and which module owns the table.
final class TableUses {

	private static final Path CLASSES = classes();

	static final Path PACKAGE = CLASSES.resolve("com/howsmytrack");

	static final Path MIGRATIONS = CLASSES.resolve("db/migration");

	private static final Pattern MIGRATION = Pattern.compile("V\\d+__([a-z]+)(_.*)?\\.sql");

	private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");

	private static final Map<String, String> OWNERS = readOwners();

	private TableUses() {
	}

	private static Path classes() {
		try {
			return Path.of(HowsMyTrackApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException malformed) {
			throw new IllegalStateException(malformed);
		}
	}

	/// The modules that own the tables, by table.
	static Map<String, String> owners() {
		return OWNERS;
	}

	private static Map<String, String> readOwners() {
		Map<String, String> owners = new HashMap<>();
		files(MIGRATIONS, ".sql").forEach((migration) -> matches(CREATED, read(migration))
			.forEach((table) -> owners.put(table, moduleOf(migration))));
		return owners;
	}

	static String moduleOf(Path migration) {
		Matcher name = MIGRATION.matcher(migration.getFileName().toString());
		assertThat(name.matches()).as(migration.toString()).isTrue();
		return name.group(1);
	}

	static Stream<Use> uses() {
		Stream<Use> classes = files(PACKAGE, ".class").flatMap((file) -> uses(className(file), strings(file)));
		Stream<Use> resources = files(CLASSES, ".sql").filter((file) -> !file.startsWith(MIGRATIONS))
			.flatMap((file) -> uses(CLASSES.relativize(file).getName(0).toString(), Stream.of(read(file))));
		return Stream.of(classes, resources, entities()).flatMap(Function.identity()).distinct();
	}

	static Stream<Use> uses(String source, Stream<String> texts) {
		Set<String> tables = OWNERS.keySet();
		return texts.flatMap((text) -> SqlTables.namedIn(text).stream())
			.filter(tables::contains)
			.map((table) -> new Use(source, table))
			.distinct();
	}

	static Stream<Use> entities() {
		return new ClassFileImporter().importPath(PACKAGE)
			.stream()
			.filter((type) -> type.isAnnotatedWith(Entity.class))
			.map((entity) -> new Use(entity.getName().substring("com.howsmytrack.".length()),
					tableOf(entity.reflect())));
	}

	/// The name in `@Table`, or the default of Spring: the name of the class in snake
	/// case.
	static String tableOf(Class<?> entity) {
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

	static List<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group(1)).toList();
	}

	static Stream<Path> files(Path directory, String suffix) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).toList().stream();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	record Use(String source, String table) implements Comparable<Use> {

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
