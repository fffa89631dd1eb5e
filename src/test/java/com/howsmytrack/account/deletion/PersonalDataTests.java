package com.howsmytrack.account.deletion;

import java.util.List;
import java.util.Map;
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

	/// Tables with ids of accounts that the export leaves out, each with the reason.
	private static final Map<String, String> NOT_EXPORTED = Map.of("mailed_link",
			"holds only hashes of secrets, which are of no use to the member", "revoked_session",
			"holds ids of sessions, and is needed after the deletion until their tokens expire", "audit_log",
			"holds the actions of operators with ids only, and is kept after the deletion");

	/// Columns with these names hold ids of accounts, with or without a foreign key.
	private static final String ACCOUNT_COLUMN = "(^|_)(account|member|person|user|owner|author|writer|responder|reader"
			+ "|recipient|sender|operator|profile)_id$";

	@Autowired
	private List<PersonalData> personalData;

	@Autowired
	private Database database;

	@Test
	void everyTableWithIdsOfAccountsIsExportedOrHasAReason() {
		assertThat(tablesWithAccounts()).isNotEmpty()
			.allSatisfy((table) -> assertThat(exported().contains(table) || NOT_EXPORTED.containsKey(table))
				.as("%s is in the tables() of a PersonalData bean, or in NOT_EXPORTED", table)
				.isTrue());
	}

	@Test
	void everyDeclaredTableExistsAndIsDeclaredOnce() {
		assertThat(NOT_EXPORTED.keySet()).isSubsetOf(tablesWithAccounts()).doesNotContainAnyElementsOf(exported());
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
