package com.howsmytrack.account.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.session.SessionScenario;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailKinds;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class PreferencesTests {

	private static final String INVALID = "Please provide a valid email address.";

	private static final String TAKEN = "An account for that email address already exists.";

	@Autowired
	private Api api;

	@Autowired
	private MailKinds mailKinds;

	@Autowired
	private Database database;

	@Autowired
	private SessionScenario sessions;

	@Test
	void startWithRemindersAndWithoutARating() {
		this.sessions.member("ada@example.com")
			.run("{ userDetails { username rating notifications sendReminderEmails } }")
			.hasNoErrors()
			.with("userDetails.username", "ada@example.com")
			.with("userDetails.rating", null)
			.with("userDetails.notifications", 0)
			.with("userDetails.sendReminderEmails", true);
	}

	@Test
	void areNullWhenSignedOut() {
		this.api.visitor()
			.run("{ userDetails { username rating notifications sendReminderEmails } }")
			.hasNoErrors()
			.with("userDetails", null);
	}

	@Test
	void tellTheMemberWhetherTheAccountIsAnOperator() {
		Browser ada = this.sessions.member("ada@example.com");
		ada.run("{ userDetails { operator } }").hasNoErrors().with("userDetails.operator", false);

		this.database.update("UPDATE account SET operator = true");

		ada.run("{ userDetails { operator } }").hasNoErrors().with("userDetails.operator", true);
	}

	@Test
	void changeTheAddress() {
		Browser ada = this.api.member("ada");

		AccountScenario.updateEmail(ada, "Ada@example.org").succeeded("updateEmail");

		assertUsername(ada, "Ada@example.org");
		assertUsername(this.api.visitor().signIn("ada@example.org"), "Ada@example.org");
	}

	@Test
	void preventASignInWithTheFormerAddress() {
		Browser ada = this.api.member("ada");

		AccountScenario.updateEmail(ada, "ada@example.org").succeeded("updateEmail");

		assertThat(this.api.visitor()
			.run("mutation($password: String!) { tokenAuth(username: \"ada@example.com\", password: $password) { payload } }",
					Map.of("password", Api.PASSWORD))
			.errorMessages()).containsExactly("Please enter valid credentials");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "ada@localhost", "ada@exam\nple.com", "ada@example.com\u0000",
			"ada\ud800@example.com", "a@b@example.com" })
	void rejectAMalformedAddress(String email) {
		Browser ada = this.sessions.member("ada@example.com");

		AccountScenario.updateEmail(ada, email).hasUserError("updateEmail", "INVALID_EMAIL", INVALID, "email");
		assertUsername(ada, "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bob@example.com", "BOB@Example.com" })
	void rejectATakenAddressInAnyCase(String email) {
		this.sessions.member("bob@example.com");
		Browser ada = this.sessions.member("ada@example.com");

		AccountScenario.updateEmail(ada, email).hasUserError("updateEmail", "EMAIL_TAKEN", TAKEN, "email");
		assertUsername(ada, "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "Ada@Example.COM" })
	void acceptTheOwnAddressInAnotherCase(String email) {
		Browser ada = this.sessions.member("ada@example.com");

		AccountScenario.updateEmail(ada, email).succeeded("updateEmail");
		assertUsername(ada, email);
	}

	@Test
	void freeTheFormerAddress() {
		AccountScenario.updateEmail(this.sessions.member("ada@example.com"), "ada@example.org")
			.succeeded("updateEmail");
		Browser bob = this.sessions.member("bob@example.com");

		AccountScenario.updateEmail(bob, "ada@example.com").succeeded("updateEmail");
		assertUsername(bob, "ada@example.com");
	}

	@Test
	void giveAnAddressToOneOfTwentyConcurrentRequests() {
		List<Callable<Answer>> contenders = new ArrayList<>();
		for (int number = 0; number < 20; number++) {
			Browser browser = this.sessions.member("member" + number + "@example.com");
			contenders.add(() -> AccountScenario.updateEmail(browser, "wanted@example.com"));
		}

		List<Answer> answers = Races.onTable("account", contenders);

		assertThat(answers).filteredOn((answer) -> Boolean.TRUE.equals(answer.at("updateEmail.success"))).hasSize(1);
		assertThat(answers).filteredOn((answer) -> TAKEN.equals(answer.at("updateEmail.error"))).hasSize(19);
		assertThat(this.database.single(Long.class, "SELECT count(*) FROM account WHERE email = 'wanted@example.com'"))
			.isOne();
	}

	@Test
	void switchRemindersOffAndOn() {
		Browser ada = this.sessions.member("ada@example.com");

		AccountScenario.updateSendReminderEmails(ada, false).succeeded("updateSendReminderEmails");
		ada.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", false);

		AccountScenario.updateSendReminderEmails(ada, true).succeeded("updateSendReminderEmails");
		ada.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", true);
	}

	/// Selects by kind, because other modules can add kinds.
	private static String preference(String kind, String field) {
		return "userDetails.mailPreferences[?(@.kind == '%s')].%s".formatted(kind, field);
	}

	@Test
	void listAllKindsOfMailThatCanBeSwitchedOff() {
		this.sessions.member("ada@example.com")
			.run("{ userDetails { mailPreferences { kind description enabled } } }")
			.hasNoErrors()
			.with("userDetails.mailPreferences[*].kind",
					this.mailKinds.optional().stream().map(MailKind::name).toList())
			.with(preference("new-group", "description"), List.of("mails about new groups"))
			.with(preference("new-group", "enabled"), List.of(true))
			.with(preference("reminder", "description"), List.of("reminders"))
			.with(preference("reminder", "enabled"), List.of(true));
	}

	@Test
	void switchAnyKindOfMailOffAndOn() {
		Browser ada = this.sessions.member("ada@example.com");

		updateMailPreference(ada, "new-group", false).succeeded("updateMailPreference");
		ada.run("{ userDetails { sendGroupEmails sendReminderEmails mailPreferences { kind enabled } } }")
			.with("userDetails.sendGroupEmails", false)
			.with("userDetails.sendReminderEmails", true)
			.with(preference("new-group", "enabled"), List.of(false))
			.with(preference("reminder", "enabled"), List.of(true));

		updateMailPreference(ada, "new-group", true).succeeded("updateMailPreference");
		ada.run("{ userDetails { sendGroupEmails } }").with("userDetails.sendGroupEmails", true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password-reset", "no-such-kind", "", "\0" })
	void rejectAKindOfMailThatCannotBeSwitchedOff(String kind) {
		updateMailPreference(this.sessions.member("ada@example.com"), kind, false).hasUserError("updateMailPreference",
				"UNKNOWN_MAIL_KIND", "There is no such kind of mail, or it cannot be switched off.", "kind");

		assertThat(this.database.count("mail_preference")).isZero();
	}

	@Test
	void areChangedByManyRequestsAtOnce() {
		Browser ada = this.sessions.member("ada@example.com");
		List<Callable<Answer>> changes = new ArrayList<>();
		for (int change = 0; change < 8; change++) {
			boolean enabled = change % 2 == 0;
			changes.add(() -> updateMailPreference(ada, "reminder", enabled));
		}

		assertThat(Races.run(changes)).allSatisfy((answer) -> answer.succeeded("updateMailPreference"));
	}

	@Test
	void areNotChangedForOthers() {
		Browser bob = this.sessions.member("bob@example.com");

		AccountScenario.updateSendReminderEmails(this.sessions.member("ada@example.com"), false)
			.succeeded("updateSendReminderEmails");

		bob.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", true);
	}

	@Test
	void areNotChangedWhenSignedOut() {
		Browser visitor = this.api.visitor().withToken("garbage");

		AccountScenario.updateEmail(visitor, "no address")
			.hasUserError("updateEmail", "NOT_LOGGED_IN", "Not logged in.", null);
		AccountScenario.updateSendReminderEmails(visitor, false)
			.hasUserError("updateSendReminderEmails", "NOT_LOGGED_IN", "Not logged in.", null);
	}

	private static Answer updateMailPreference(Browser browser, String kind, boolean enabled) {
		return browser.run(
				"mutation($kind: String!, $enabled: Boolean!) { updateMailPreference(kind: $kind, enabled: $enabled) "
						+ "{ success error userErrors { code message argument } } }",
				Map.of("kind", kind, "enabled", enabled));
	}

	private static void assertUsername(Browser browser, String email) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails.username", email);
	}

}
