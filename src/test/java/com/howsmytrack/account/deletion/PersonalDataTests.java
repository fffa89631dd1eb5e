package com.howsmytrack.account.deletion;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.account.PersonalData;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares the database catalogue with the export and the deletion of personal data.
@WholeApplication
class PersonalDataTests {

	/// The beginning of the comment on a table that the export leaves out. The migration
	/// of the table's module sets the comment.
	private static final String NOT_EXPORTED = "Not exported: ";

	/// Columns with these names hold ids of accounts, with or without a foreign key.
	private static final String ACCOUNT_COLUMN = "(^|_)(account|member|person|user|owner|author|writer|responder|reader"
			+ "|recipient|sender|operator|profile)_id$";

	@Autowired
	private List<PersonalData> personalData;

	@Autowired
	private Database database;

	@Test
	void everyTableWithIdsOfAccountsIsExportedOrHasAReason() {
		assertThat(tablesWithAccounts()).isNotEmpty();
		assertThat(tablesWithoutDeclaration()).as("in no tables() of a PersonalData bean, without COMMENT ON TABLE")
			.isEmpty();
	}

	/// The previous test must be able to fail.
	@Test
	void findsATableWithoutAReason() {
		this.database.update("CREATE TABLE sample (account_id bigint)");
		try {
			assertThat(tablesWithoutDeclaration()).containsExactly("sample");
			this.database.update("COMMENT ON TABLE sample IS 'Not exported: '");
			assertThat(tablesWithoutDeclaration()).as("an empty reason").containsExactly("sample");
			this.database.update("COMMENT ON TABLE sample IS 'Not exported: a sample.'");
			assertThat(tablesWithoutDeclaration()).isEmpty();
		}
		finally {
			this.database.update("DROP TABLE sample");
		}
	}

	@Test
	void everyDeclaredTableExistsAndIsDeclaredOnce() {
		assertThat(notExported()).isSubsetOf(tablesWithAccounts()).doesNotContainAnyElementsOf(exported());
		assertThat(tables()).containsAll(exported());
	}

	@Test
	void sectionsHaveDifferentNames() {
		assertThat(this.personalData).extracting(PersonalData::section).doesNotHaveDuplicates();
	}

	@Test
	void everyForeignKeyToAccountAllowsTheDeletion() {
		assertThat(this.database.list(String.class, """
				SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) FROM pg_constraint
				WHERE contype = 'f' AND confrelid = 'account'::regclass AND confdeltype NOT IN ('c', 'n')"""))
			.isEmpty();
	}

	private List<String> tablesWithoutDeclaration() {
		return tablesWithAccounts().stream()
			.filter((table) -> !exported().contains(table) && !notExported().contains(table))
			.toList();
	}

	private List<String> notExported() {
		return this.database.list(String.class, """
				SELECT relname FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND obj_description(oid, 'pg_class') LIKE ?""",
				NOT_EXPORTED + "_%");
	}

	private Set<String> exported() {
		return this.personalData.stream().flatMap((data) -> data.tables().stream()).collect(Collectors.toSet());
	}

	private List<String> tables() {
		return this.database.list(String.class,
				"SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace");
	}

	private List<String> tablesWithAccounts() {
		return this.database.list(String.class, """
				SELECT DISTINCT relname FROM pg_class
				WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND (
					relname = 'account'
					OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname ~ ?)
					OR EXISTS (SELECT FROM pg_constraint
						WHERE contype = 'f' AND conrelid = pg_class.oid AND confrelid = 'account'::regclass))""",
				ACCOUNT_COLUMN);
	}

}
