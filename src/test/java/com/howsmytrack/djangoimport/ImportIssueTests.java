package com.howsmytrack.djangoimport;

import java.util.List;
import java.util.Map;

import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// Irregular rows are imported as far as possible, and the report lists them.
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class ImportIssueTests {

	private static final String CHANGE_ADDRESS = "mutation($email: String!) { updateEmail(email: $email) { success error } }";

	private static final String TAKEN = "An account for that email address already exists.";

	@Autowired
	private ImportDjango importDjango;

	@Autowired
	private Database database;

	@Autowired
	private Api api;

	private LegacyDatabaseFixture legacy;

	@BeforeEach
	void createLegacyDatabase() {
		this.legacy = LegacyDatabaseFixture.empty();
	}

	private void importRows() {
		try {
			this.importDjango.run(List.of(this.legacy.url()));
		}
		catch (CommandFailedException failed) {
			throw new AssertionError(failed);
		}
	}

	private String single(String sql) {
		return this.database.single(String.class, sql);
	}

	private List<String> list(String sql) {
		return this.database.list(String.class, sql);
	}

	/// The report lists exactly these rows for the issue.
	private static void reports(CapturedOutput output, ImportIssue issue, String rows) {
		String table = issue.table().legacyName() + " (";
		assertThat(output.getOut()
			.lines()
			.dropWhile((line) -> !line.startsWith(table) || !line.endsWith(": " + issue))
			.skip(1)
			.findFirst()).as(output.getOut()).contains("  " + rows);
	}

	private static void reportsOnly(CapturedOutput output, ImportIssue... issues) {
		assertThat(output.getOut().lines().filter((line) -> line.matches("\\w+ \\([\\d,]+\\): .*")))
			.hasSize(issues.length);
	}

	@Test
	void doNotOccurInARegularDatabase(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3);
		this.legacy.response(1, 1, 2, "Fine.");
		this.legacy.reply(1, 1, 1, "Thanks.");

		importRows();

		reportsOnly(output);
	}

	@Test
	void twinsAreFoundByTheirExactSpelling(CapturedOutput output) {
		this.legacy.user(1, "Ada@example.com");
		this.legacy.user(2, "ada@example.com");
		this.legacy.user(3, "ADA@example.com");
		this.legacy.update("UPDATE auth_user SET last_login = '2023-01-01' WHERE id = 2");
		this.legacy.update("UPDATE auth_user SET last_login = '2024-01-01', is_active = false WHERE id = 3");

		importRows();

		assertThat(list("SELECT id || ' ' || imported_twin FROM account ORDER BY id")).as("used last, of the active")
			.containsExactly("1 true", "2 false", "3 true");
		reports(output, ImportIssue.TWIN, "1 (2), 3 (2)");
	}

	@Test
	void aRemainingTwinIsFoundByEverySpelling() {
		this.legacy.user(1, "ada@example.com");
		this.legacy.user(2, "ADA@example.com");
		importRows();

		this.database.update("DELETE FROM account WHERE id = 1");
		assertThat(this.api.canSignIn("Ada@example.com", LegacyDatabaseFixture.PASSWORD)).as("a twin alone").isTrue();
		this.api.visitor()
			.run("mutation { registerUser(email: \"aDA@example.com\", password: \"long enough\", passwordRepeat: \"long enough\")"
					+ " { success error } }")
			.with("registerUser.error", TAKEN);
	}

	@Test
	void twinsKeepTheirSpellingUntilTheyChangeIt() {
		this.legacy.user(1, "ada@example.com");
		this.legacy.user(2, "ADA@example.com");
		importRows();
		Browser ada = signedIn("ada@example.com");
		Browser twin = signedIn("ADA@example.com");
		signedIn("Ada@Example.com").run("{ userDetails { username } }").with("userDetails.username", "ada@example.com");
		twin.run("{ userDetails { username } }").with("userDetails.username", "ADA@example.com");

		ada.run(CHANGE_ADDRESS, Map.of("email", "ADA@example.com")).with("updateEmail.error", TAKEN);
		ada.run(CHANGE_ADDRESS, Map.of("email", "Ada@example.com")).succeeded("updateEmail");
		twin.run(CHANGE_ADDRESS, Map.of("email", "aDA@example.com")).with("updateEmail.error", TAKEN);
		twin.run(CHANGE_ADDRESS, Map.of("email", "ada@elsewhere.example.com")).succeeded("updateEmail");
		ada.run(CHANGE_ADDRESS, Map.of("email", "ADA@example.com")).succeeded("updateEmail");

		assertThat(list("SELECT concat_ws(' ', id, email, imported_twin) FROM account ORDER BY id"))
			.containsExactly("1 ADA@example.com f", "2 ada@elsewhere.example.com f");
	}

	private Browser signedIn(String address) {
		Browser browser = this.api.visitor();
		browser
			.run("mutation($email: String!, $password: String!) "
					+ "{ tokenAuth(username: $email, password: $password) { payload } }",
					Map.of("email", address, "password", LegacyDatabaseFixture.PASSWORD))
			.hasNoErrors();
		return browser;
	}

	@Test
	void usernamesMayDifferFromAddresses(CapturedOutput output) {
		this.legacy.users(4);
		this.legacy.update("""
				INSERT INTO auth_user (id, username, email, password, is_staff, is_superuser) VALUES
					(1, 'boss', 'boss@example.com', '', true, false),
					(2, 'root', '', '!', false, true),
					(3, 'helper@example.com', 'member4@example.com', 'md5$salt$hash', false, false)""");

		importRows();

		assertThat(list(
				"SELECT concat_ws(' ', id, email, operator, email_verified_at IS NOT NULL) FROM account ORDER BY id"))
			.containsExactly("1 boss@example.com t t", "2 root t f", "3 helper@example.com f t",
					"4 member4@example.com f t");
		reports(output, ImportIssue.OTHER_USERNAME, "1");
		reports(output, ImportIssue.NO_ADDRESS, "2");
		reports(output, ImportIssue.ADDRESS_TAKEN, "3 (4)");
		reports(output, ImportIssue.OPERATOR, "1, 2");
		reports(output, ImportIssue.NO_MEMBER_ROW, "1, 2, 3");
		reports(output, ImportIssue.NO_PASSWORD, "1, 2");
		reports(output, ImportIssue.UNKNOWN_PASSWORD_HASH, "3");
	}

	@Test
	void staffWhoseAccountsAreNotActiveDoNotBecomeOperators(CapturedOutput output) {
		this.legacy.users(1, 2);
		this.legacy.update("UPDATE auth_user SET is_staff = true, is_active = (id = 1)");

		importRows();

		assertThat(list("SELECT id::text FROM account WHERE operator")).containsExactly("1");
		reports(output, ImportIssue.OPERATOR, "1");
	}

	@Test
	void anUnreadablePasswordHashMatchesNoPassword() {
		this.legacy.users(1, 2, 3);
		this.legacy.update("UPDATE auth_user SET password = '!' WHERE id = 1");
		this.legacy.update("UPDATE auth_user SET password = '!bw3fGVsD5Xq' WHERE id = 2");
		this.legacy.update("UPDATE auth_user SET is_active = false WHERE id = 3");

		importRows();

		assertThat(this.api.canSignIn("member1@example.com", "!")).isFalse();
		assertThat(this.api.canSignIn("member1@example.com", LegacyDatabaseFixture.PASSWORD)).isFalse();
		assertThat(this.api.canSignIn("member2@example.com", "!bw3fGVsD5Xq")).isFalse();
		assertThat(this.api.canSignIn("member3@example.com", LegacyDatabaseFixture.PASSWORD)).as("not active")
			.isFalse();
	}

	@Test
	void passwordsAreNormalizedAsInTheOldService() {
		this.legacy.users(1);
		this.legacy.update("UPDATE auth_user SET password = "
				+ "'pbkdf2_sha256$216000$Zr5mKpX7aEo2$eEbWjB4rf0zjbl0kg2XiV0kIEG941PSqdPa3mRQKfoA='");

		importRows();

		assertThat(this.api.canSignIn("member1@example.com", "cafe\u0301 at midnight")).isTrue();
		assertThat(single("SELECT password_hash FROM account")).startsWith("{argon2id}");
		assertThat(this.api.canSignIn("member1@example.com", "caf\u00e9 at midnight"))
			.as("also in composed form after the new hash")
			.isTrue();
	}

	@Test
	void ratingsOutsideOneToFiveAreNotImported(CapturedOutput output) {
		this.legacy.users(1, 2, 3, 4);
		this.legacy.update("UPDATE core_feedbackgroupsuser SET rating = 7 WHERE id = 1002");
		this.legacy.update("UPDATE core_feedbackgroupsuser SET rating = 'NaN' WHERE id = 1003");
		this.legacy.update("UPDATE core_feedbackgroupsuser SET rating = 4.25 WHERE id = 1004");

		importRows();

		assertThat(list("SELECT account_id || ' ' || rating FROM member_rating")).containsExactly("4 4.25");
		reports(output, ImportIssue.INVALID_MEMBER_RATING, "1002, 1003");
		reportsOnly(output, ImportIssue.INVALID_MEMBER_RATING);
	}

	@Test
	void groupsWithOneOrNoMemberAreImported(CapturedOutput output) {
		this.legacy.group(1, 1);
		this.legacy.group(2);
		this.legacy.group(3, 2, 3);
		this.legacy.update("UPDATE core_feedbackgroup SET time_created = NULL WHERE id = 3");

		importRows();

		assertThat(this.database.count("feedback_group")).isEqualTo(3);
		assertThat(single("SELECT created_at = timestamptz '2021-01-01 10:03+00' FROM feedback_group WHERE id = 3"))
			.isEqualTo("t");
		reports(output, ImportIssue.GROUP_WITH_ONE_MEMBER, "1");
		reports(output, ImportIssue.GROUP_WITHOUT_MEMBERS, "2");
		reports(output, ImportIssue.GROUP_WITHOUT_TIME, "3");
	}

	@Test
	void urlsAreImportedIfTheyAreWebAddresses(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3, 4);
		this.legacy.users(5, 6, 7);
		this.legacy.request(5, 5, null);
		this.legacy.request(6, 6, null);
		this.legacy.request(7, 7, null);
		url(1, "HTTPS://SoundCloud.com/Ada/Song", "SOUNDCLOUD");
		url(2, "http://soundcloud.com/ada", "SOUNDCLOUD");
		url(3, "javascript:alert('soundcloud.com')", "SOUNDCLOUD");
		url(4, "", null);
		url(5, "https://m.soundcloud.com/ada/song", "SOUNDCLOUD");
		url(6, "soundcloud", "SOUNDCLOUD");
		url(7, "https://drive.google.com/file/d/abc/view", null);

		importRows();

		assertThat(list("SELECT concat_ws(' ', id, media_url, media_type) FROM feedback_request ORDER BY id"))
			.containsExactly("1 https://soundcloud.com/Ada/Song SOUNDCLOUD", "2 http://soundcloud.com/ada SOUNDCLOUD",
					"3", "4", "5 https://soundcloud.com/ada/song SOUNDCLOUD",
					"7 https://drive.google.com/file/d/abc/view GOOGLEDRIVE");
		reports(output, ImportIssue.UNSUPPORTED_URL_KEPT, "2");
		reports(output, ImportIssue.UNUSABLE_URL, "3");
		reports(output, ImportIssue.EMPTY_URL, "4");
		reports(output, ImportIssue.PENDING_WITH_UNUSABLE_URL, "6");
	}

	private void url(int request, String url, String mediaType) {
		this.legacy.update("UPDATE core_feedbackrequest SET media_url = ?, media_type = ? WHERE id = ?", url, mediaType,
				request);
	}

	@Test
	void theOldestOfSeveralConflictingPendingRequestsIsImported(CapturedOutput output) {
		this.legacy.users(1, 2, 3);
		this.legacy.request(1, 1, null);
		this.legacy.request(2, 1, null);
		this.legacy.request(3, 2, null);
		this.legacy.request(4, 2, null);
		this.legacy.request(5, 3, null);
		url(3, "https://soundcloud.com/somebody/track1", "SOUNDCLOUD");

		importRows();

		assertThat(list("SELECT id FROM feedback_request ORDER BY id"))
			.as("request 4 is imported, because request 3 is not")
			.containsExactly("1", "4", "5");
		reports(output, ImportIssue.SECOND_PENDING_OF_MEMBER, "2 (1)");
		reports(output, ImportIssue.SECOND_PENDING_FOR_TRACK, "3 (1)");
	}

	@Test
	void longPromptsAndUnknownGenresAreImported(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3);
		this.legacy.update(
				"UPDATE core_feedbackrequest SET genre = 'POLKA', feedback_prompt = repeat('é', 10001) WHERE id = 1");
		this.legacy
			.update("UPDATE core_feedbackrequest SET genre = NULL, feedback_prompt = repeat('é', 10000) WHERE id = 2");

		importRows();

		assertThat(list("SELECT concat_ws(' ', genre, char_length(feedback_prompt)) FROM feedback_request ORDER BY id"))
			.containsExactly("NO_GENRE 10001", "NO_GENRE 10000", "JAZZ");
		reports(output, ImportIssue.UNKNOWN_GENRE, "1");
		reports(output, ImportIssue.LONG_PROMPT, "1");
	}

	@Test
	void severalRequestsOfAMemberInAGroupAreMerged(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3);
		this.legacy.request(4, 1, 1);
		this.legacy.response(1, 1, 2, "On the first.");
		this.legacy.form(2, 4, 2);
		this.legacy.form(3, 1, 3);
		this.legacy.response(4, 4, 3, "On the second.");
		this.legacy.form(5, 2, 1);
		this.legacy.response(6, 2, 1, "By the first or second.");
		this.legacy.form(7, 1, 1);
		this.legacy.form(8, 4, 1);

		importRows();

		assertThat(list("SELECT id FROM feedback_request ORDER BY id")).containsExactly("1", "2", "3");
		assertThat(list(
				"SELECT concat_ws(' ', feedback_request_id, responder_id, feedback) FROM feedback_response ORDER BY 1"))
			.containsExactly("1 2 On the first.", "1 3 On the second.", "2 1 By the first or second.");
		reports(output, ImportIssue.SECOND_REQUEST_IN_GROUP, "4 (1)");
		reports(output, ImportIssue.SECOND_FORM, "2 (1), 3 (4), 5 (6)");
		reports(output, ImportIssue.FORM_ABOUT_OWN_TRACK, "7, 8");
	}

	@Test
	void aSecondSubmittedResponseIsImportedWithoutAnAuthor(CapturedOutput output) {
		this.legacy.group(1, 1, 2);
		this.legacy.response(1, 1, 2, "Once.");
		this.legacy.response(2, 1, 2, "Twice.");
		this.legacy.reply(1, 2, 1, "Why?");
		this.legacy.response(3, 1, 1, "By myself.");

		importRows();

		assertThat(list("SELECT concat_ws(' ', feedback, responder_id) FROM feedback_response ORDER BY feedback"))
			.as("the one with replies keeps its author")
			.containsExactly("By myself.", "Once.", "Twice. 2");
		reports(output, ImportIssue.SECOND_RESPONSE, "1 (2)");
		reports(output, ImportIssue.RESPONSE_ABOUT_OWN_TRACK, "3");
	}

	@Test
	void emptyAndLongTextsAreImported(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3);
		this.legacy.response(1, 1, 2, "");
		this.legacy.response(2, 1, 3, null);
		this.legacy.response(3, 2, 1, "x".repeat(20_001));
		this.legacy.response(4, 2, 3, "x".repeat(20_000));
		this.legacy.reply(1, 4, 2, "");
		this.legacy.reply(2, 4, 3, "x".repeat(10_001));
		this.legacy.reply(3, 4, 2, "x".repeat(10_000));

		importRows();

		assertThat(list("""
				SELECT char_length(feedback) || ' ' || beyond_limits FROM feedback_response
				ORDER BY feedback_request_id, responder_id""")).containsExactly("0 true", "0 true", "20001 true",
				"20000 false");
		assertThat(list("SELECT char_length(text) || ' ' || beyond_limits FROM feedback_reply ORDER BY text"))
			.containsExactly("0 true", "10000 false", "10001 true");
		reports(output, ImportIssue.EMPTY_RESPONSE, "1, 2");
		reports(output, ImportIssue.LONG_RESPONSE, "3");
		reports(output, ImportIssue.EMPTY_REPLY, "1");
		reports(output, ImportIssue.LONG_REPLY, "2");
	}

	@Test
	void formsAreImportedWithoutContent(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3);
		this.legacy.response(1, 1, 2, "Half of a thought");
		this.legacy.update("UPDATE core_feedbackresponse SET submitted = false, rating = 3");
		this.legacy.response(2, 1, 3, "Whole.");
		this.legacy.update("UPDATE core_feedbackresponse SET time_submitted = NULL, rating = 0 WHERE id = 2");

		importRows();

		assertThat(list("""
				SELECT concat_ws(' ', responder_id, feedback, submitted_at = timestamptz '2021-01-02 02:30+00', rating,
					allow_replies)
				FROM feedback_response ORDER BY responder_id""")).containsExactly("2 f", "3 Whole. t t");
		reports(output, ImportIssue.FORM_WITH_CONTENT, "1");
		reports(output, ImportIssue.RESPONSE_WITHOUT_TIME, "2");
		reports(output, ImportIssue.INVALID_RESPONSE_RATING, "2");
	}

	@Test
	void repliesAreByAParticipantAndCloseAConversationOnce(CapturedOutput output) {
		this.legacy.group(1, 1, 2, 3);
		this.legacy.response(1, 1, 2, "Fine.");
		this.legacy.reply(1, 1, 1, "Thanks.");
		this.legacy.reply(2, 1, 2, "Bye.");
		this.legacy.reply(3, 1, 1, "Bye.");
		this.legacy.reply(4, 1, 3, "Hello?");
		this.legacy.update("UPDATE core_feedbackresponsereply SET allow_replies = false WHERE id IN (2, 3, 4)");

		importRows();

		assertThat(list(
				"SELECT concat_ws(' ', text, from_owner, reader_id, allow_replies) FROM feedback_reply ORDER BY 1"))
			.containsExactly("Bye. f 1 f", "Bye. t 2 t", "Thanks. t 2 t");
		reports(output, ImportIssue.SECOND_CLOSING_REPLY, "3 (2)");
		reports(output, ImportIssue.REPLY_BY_OUTSIDER, "4 (1)");
	}

	@Test
	void rowsThatReferToASkippedRowAreSkipped(CapturedOutput output) {
		this.legacy.users(1, 2);
		this.legacy.request(1, 1, null);
		this.legacy.request(2, 1, null);
		this.legacy.response(1, 2, 2, "Fine.");
		this.legacy.reply(1, 1, 1, "Thanks.");

		importRows();

		assertThat(this.database.count("feedback_response")).isZero();
		reports(output, ImportIssue.RESPONSE_TO_SKIPPED_REQUEST, "1 (2)");
		reports(output, ImportIssue.REPLY_TO_SKIPPED_RESPONSE, "1 (1)");
	}

}
