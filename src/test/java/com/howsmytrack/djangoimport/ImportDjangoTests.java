package com.howsmytrack.djangoimport;

import java.util.List;
import java.util.Map;

import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@WholeApplication
class ImportDjangoTests {

	@Autowired
	private ImportDjango importDjango;

	@Autowired
	private Database database;

	@Autowired
	private Api api;

	@Autowired
	private JobRunner jobs;

	private String error(String url) {
		CommandFailedException failure = catchThrowableOfType(CommandFailedException.class,
				() -> this.importDjango.run(List.of(url)));
		assertThat(failure).isNotNull();
		return String.valueOf(failure.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "geheim", "mysql://u:geheim@host/db", "postgres://u:geheim@host", "" })
	void rejectsAMalformedUrl(String url) {
		assertThat(error(url)).contains("Expected postgres://").doesNotContain("geheim");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "postgres://u:geheim@localhost:1/db", "postgres://u:geheim@localhost:1/db?sslmode=sometimes",
					"postgres://localhost:1/db?password=geheim&socketTimeout=soon" })
	void reportsAnUnreachableDatabaseWithoutRepeatingThePassword(String url) {
		assertThat(error(url)).contains("cannot be read", "Nothing was imported.").doesNotContain("geheim");
	}

	@Test
	void rejectsADatabaseOfAnotherApplication() {
		assertThat(error(TestPostgres.newDatabase("something_else"))).contains("\"auth_user\" does not exist");
	}

	@Test
	void rejectsATargetThatIsNotEmpty() {
		this.api.member("ada");

		assertThat(error(LegacyDatabaseFixture.empty().url())).contains("not empty");
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
	}

	@Test
	void changesNothingIfItFails() {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(1, 1, 2, 3);
		legacy.response(1, 1, 2, "Fine.");
		this.database.update("ALTER TABLE feedback_response ADD CONSTRAINT no_fine CHECK (feedback <> 'Fine.')");
		try {
			assertThat(error(legacy.url())).contains("failed and changed nothing", "no_fine");
		}
		finally {
			this.database.update("ALTER TABLE feedback_response DROP CONSTRAINT no_fine");
		}

		assertThat(this.database.count("account")).isZero();
		assertThat(this.database.count("feedback_group")).isZero();
	}

	@Test
	void rejectsRowsThatReferToMissingRows() {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(1, 1, 2);
		legacy.response(1, 1, 2, "Fine.");
		legacy
			.update("ALTER TABLE core_feedbackresponse DROP CONSTRAINT core_feedbackresponse_feedback_request_id_fkey");
		legacy.update("UPDATE core_feedbackresponse SET feedback_request_id = 99");

		assertThat(error(legacy.url()))
			.contains("1 of 1 rows of core_feedbackresponse refer to rows that do not exist");
		assertThat(this.database.count("account")).isZero();
	}

	@Test
	void importsAnEmptyDatabase() throws CommandFailedException {
		this.importDjango.run(List.of(LegacyDatabaseFixture.empty().url()));

		this.api.member("ada");
		assertThat(this.database.single(Long.class, "SELECT id FROM account")).isEqualTo(1);
	}

	@Test
	void rejectsASecondImport() throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.users(1, 2);
		this.importDjango.run(List.of(legacy.url()));

		assertThat(error(legacy.url())).contains("not empty");
		assertThat(this.database.count("account")).isEqualTo(2);
	}

	@Test
	void releasesResponsesAndRepliesAtTheTimeOfWriting() throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(1, 1, 2, 3);
		legacy.response(21, 1, 2, "Fine.");
		legacy.form(22, 1, 3);
		legacy.reply(31, 21, 1, "Thanks.");

		this.importDjango.run(List.of(legacy.url()));

		assertThat(this.database.count("feedback_response WHERE released_at = submitted_at")).isOne();
		assertThat(this.database.count("feedback_response WHERE released_at IS NULL")).isOne();
		assertThat(this.database.count("feedback_reply WHERE released_at = created_at")).isOne();
	}

	@Test
	void startsNewIdsAfterTheOldOnes() throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(7, 11, 12);
		legacy.response(21, 11, 12, "Fine.");
		legacy.reply(31, 21, 11, "Thanks.");
		legacy.request(41, 11, null);
		legacy.request(42, 11, null);

		this.importDjango.run(List.of(legacy.url()));

		assertThat(this.database.list(Long.class, """
				SELECT nextval(pg_get_serial_sequence(name, 'id')) FROM unnest(ARRAY['account', 'feedback_group',
					'feedback_request']) WITH ORDINALITY AS target (name, place)
				ORDER BY place""")).as("including the ids of rows that are not imported").containsExactly(13L, 8L, 43L);
	}

	@Test
	void keepsPasswordsAndReplacesTheirHashesAtTheNextSignIn() throws CommandFailedException {
		String address = "member1@example.com";
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.users(1);
		legacy.update("UPDATE auth_user SET password = "
				+ "'pbkdf2_sha256$260000$kJ8sN1vPz0Lc6Tg3DfYbWq$DjI+NkaZg1m608A2wwcJEAVeEMPU8cidhmKB2F3+lGc='");

		this.importDjango.run(List.of(legacy.url()));

		assertThat(hash(address)).startsWith("{django}pbkdf2_sha256$260000$");
		assertThat(this.api.canSignIn(address, "three tracks about the sun")).isFalse();
		assertThat(hash(address)).startsWith("{django}");
		assertThat(this.api.canSignIn(address, LegacyDatabaseFixture.PASSWORD)).isTrue();
		assertThat(hash(address)).startsWith("{argon2id}");
		assertThat(this.api.canSignIn(address, LegacyDatabaseFixture.PASSWORD)).isTrue();
		assertThat(this.api.canSignIn(address, "three tracks about the sun")).isFalse();
	}

	/// The previous service compared domains as they were typed.
	@Test
	void storesAnInternationalDomainAsAsciiAndShowsItAsItWasTyped() throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.user(1, "Post@M\u00fcller.example");

		this.importDjango.run(List.of(legacy.url()));

		assertThat(this.database.single(String.class, "SELECT email FROM account"))
			.isEqualTo("Post@xn--mller-kva.example");
		assertThat(this.database.single(String.class, "SELECT email_as_typed FROM account"))
			.isEqualTo("Post@M\u00fcller.example");
		assertThat(this.api.canSignIn("post@m\u00fcller.example", LegacyDatabaseFixture.PASSWORD)).isTrue();
		assertThat(this.api.canSignIn("post@xn--mller-kva.example", LegacyDatabaseFixture.PASSWORD)).isTrue();
	}

	private String hash(String address) {
		return this.database.single(String.class, "SELECT password_hash FROM account WHERE email = ?", address);
	}

	@Test
	void computesTheUsageFiguresOfPastDaysLikeTheJob() throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(1, 1, 2, 3);
		legacy.response(21, 1, 2, "Fine.");
		legacy.form(22, 1, 3);
		legacy.request(4, 1, null);
		legacy.update("UPDATE auth_user SET date_joined = '2020-12-31 22:30-02'");

		this.importDjango.run(List.of(legacy.url()));

		List<String> imported = usageDays();
		assertThat(imported).startsWith("(2021-01-01,3,4,0,0,0)", "(2021-01-02,0,0,1,2,1)", "(2021-01-03,0,0,0,0,0)");
		this.database.update("DELETE FROM usage_day");
		assertThat(this.jobs.run(new JobName("summarize-usage"))).isPresent();
		assertThat(usageDays()).isEqualTo(imported);
	}

	private List<String> usageDays() {
		return this.database.list(String.class, "SELECT CAST(usage_day AS text) FROM usage_day ORDER BY day");
	}

	@Test
	void keepsGroupsAndRatings() throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		legacy.group(1, 1, 2, 3);
		legacy.group(2, 4, 5);
		legacy.request(6, 1, 2);
		legacy.update("UPDATE core_feedbackgroupsuser SET rating = 4.25 WHERE user_id = 1");

		this.importDjango.run(List.of(legacy.url()));

		Browser member = this.api.visitor();
		member
			.run("mutation($email: String!, $password: String!) "
					+ "{ tokenAuth(username: $email, password: $password) { payload } }",
					Map.of("email", "member1@example.com", "password", LegacyDatabaseFixture.PASSWORD))
			.hasNoErrors();
		Answer answer = member
			.run("""
					{ userDetails { rating notifications }
					feedbackGroups { id name members feedbackResponses { id submitted feedback } userFeedbackResponseCount } }""")
			.hasNoErrors();
		assertThat(answer.number("feedbackGroups.length()")).isEqualTo(2);
		assertThat(answer.<Double>at("userDetails.rating")).isEqualTo(4.25);
	}

}
