package com.howsmytrack.account.recovery;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.password.PasswordErrors;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/// Password reset, password change and address change by GraphQL.
@WholeApplication
class RecoveryTests {

	private static final String NEW_PASSWORD = AccountScenario.NEW_PASSWORD;

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private AccountService accounts;

	@Autowired
	private PasswordChange passwordChange;

	@Autowired
	private TransactionOperations transactions;

	private Browser ada;

	@BeforeEach
	void createAda() {
		this.ada = this.api.member("ada");
	}

	private String token() {
		this.scenario.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		return this.scenario.resetLink("ada@example.com").replaceAll("^/accounts/reset/|/$", "");
	}

	private boolean canSignIn(String password) {
		return this.api.canSignIn("ada@example.com", password);
	}

	@Test
	void aLinkSetsANewPassword() {
		String token = token();

		this.scenario.resetPassword(token, NEW_PASSWORD, NEW_PASSWORD).succeeded("resetPassword");

		assertThat(canSignIn(NEW_PASSWORD)).isTrue();
		assertThat(this.ada.isSignedIn()).isFalse();
		this.scenario.resetPassword(token, NEW_PASSWORD, NEW_PASSWORD)
			.hasUserError("resetPassword", "INVALID_RESET_LINK",
					"This link has been used already, is too old, or is not complete. Please ask for a new one.",
					"token");
	}

	@Test
	void aLinkIsRequestedAsOnThePage() {
		this.scenario.requestPasswordReset("ada")
			.hasUserError("requestPasswordReset", "INVALID_EMAIL", "Please provide a valid email address.", "email");
		this.scenario.requestPasswordReset("nobody@example.com").succeeded("requestPasswordReset");
		for (int time = 1; time <= 5; time++) {
			this.scenario.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		}
		this.scenario.requestPasswordReset("ada@example.com")
			.hasUserError("requestPasswordReset", "TOO_MANY_ATTEMPTS", "Too many attempts. Try again in 12 minutes.",
					null);
		assertThat(this.mailbox.deliver()).hasSize(5);
	}

	@Test
	void aLinkIsCheckedBeforeThePassword() {
		this.scenario.resetPassword("garbage", "x", "y")
			.hasUserError("resetPassword", "INVALID_RESET_LINK",
					"This link has been used already, is too old, or is not complete. Please ask for a new one.",
					"token");
		this.scenario.resetPassword("\0", "x", "y")
			.hasUserError("resetPassword", "INVALID_RESET_LINK",
					"This link has been used already, is too old, or is not complete. Please ask for a new one.",
					"token");
		String token = token();
		this.scenario.resetPassword(token, NEW_PASSWORD, "x")
			.hasUserError("resetPassword", "PASSWORDS_DIFFER", "Passwords don't match.", "passwordRepeat");
		assertThat(this.scenario.resetPassword(token, "12345678", "12345678")
			.<String>at("resetPassword.userErrors[0].code")).isEqualTo("WEAK_PASSWORD");
	}

	/// Each hash takes processor time, and a member can easily get a link to the own
	/// account.
	@Test
	void aLinkIsLimitedToAFewHashes() {
		String token = token();
		List<Callable<Answer>> tries = Collections.nCopies(25,
				() -> this.scenario.resetPassword(token, NEW_PASSWORD, NEW_PASSWORD));

		List<Answer> answers = Races.run(tries);

		assertThat(answers).filteredOn((answer) -> Boolean.TRUE.equals(answer.at("resetPassword.success"))).hasSize(1);
		assertThat(answers).extracting((answer) -> answer.<List<String>>at("resetPassword.userErrors[*].code"))
			.allMatch((codes) -> codes.isEmpty()
					|| List.of("TOO_MANY_ATTEMPTS", "INVALID_RESET_LINK").containsAll(codes));
	}

	@Test
	void aMemberChangesThePassword() {
		Browser phone = this.api.visitor().signIn("ada@example.com");

		AccountScenario.changePassword(this.ada).succeeded("changePassword");

		assertThat(canSignIn(NEW_PASSWORD)).isTrue();
		assertThat(canSignIn(Api.PASSWORD)).isFalse();
		assertThat(this.ada.isSignedIn()).as("the session that changed the password").isTrue();
		assertThat(phone.isSignedIn()).as("other sessions").isFalse();
		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::subject)
			.containsExactly("your password was changed");
	}

	@Test
	void aWrongPasswordChangesNothing() {
		AccountScenario.changePassword(this.ada, "wrong", NEW_PASSWORD, NEW_PASSWORD)
			.hasUserError("changePassword", "WRONG_PASSWORD", "That is not your present password.", null);
		AccountScenario.changePassword(this.ada, Api.PASSWORD, NEW_PASSWORD, "x")
			.hasUserError("changePassword", "PASSWORDS_DIFFER", "Passwords don't match.", "passwordRepeat");
		assertThat(AccountScenario.changePassword(this.ada, Api.PASSWORD, "password", "password")
			.<String>at("changePassword.userErrors[0].code")).isEqualTo("WEAK_PASSWORD");
		AccountScenario.changePassword(this.api.visitor(), "x", "x", "x")
			.hasUserError("changePassword", "NOT_LOGGED_IN", "Not logged in.", null);
		assertThat(canSignIn(Api.PASSWORD)).isTrue();
		assertThat(this.mailbox.deliver()).isEmpty();
	}

	@Test
	void checksOfTheCurrentPasswordAreLimited() {
		for (int time = 1; time <= 10; time++) {
			AccountScenario.changePassword(this.ada, "guess " + time, NEW_PASSWORD, NEW_PASSWORD);
		}

		AccountScenario.changePassword(this.ada)
			.hasUserError("changePassword", "TOO_MANY_ATTEMPTS", "Too many attempts. Try again in 1 minute.", null);
		this.clock.advance(Duration.ofMinutes(1));
		AccountScenario.changePassword(this.ada).succeeded("changePassword");
	}

	/// The owner uses a reset link while someone else changes the password with the old
	/// one.
	@Test
	void aCheckedPasswordIsInvalidAfterAConcurrentChange() {
		AccountSnapshot proof = this.accounts.find(new AccountId(1)).orElseThrow();
		String token = token();
		this.scenario.resetPassword(token, NEW_PASSWORD, NEW_PASSWORD).succeeded("resetPassword");

		PasswordChange.Outcome outcome = this.transactions
			.execute((_) -> this.passwordChange.changeChecked(proof, "hash"));
		assertThat(outcome).isEqualTo(new PasswordChange.Outcome.Failed(PasswordErrors.WRONG_PASSWORD));
		assertThat(canSignIn(NEW_PASSWORD)).isTrue();
	}

	@Test
	void aRevokedSessionIsNotRefreshed() {
		Browser phone = this.api.visitor().signIn("ada@example.com");
		AccountScenario.changePassword(this.ada).succeeded("changePassword");

		assertThat(phone.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
		assertThat(phone.run("mutation { verifyToken { payload } }").errorMessages()).hasSize(1);
		assertThat(this.ada.run("mutation { refreshToken { payload } }").errorMessages()).isEmpty();
	}

	/// Simulates another instance whose revocation this instance has not read.
	@Test
	void aSessionRevokedByAnotherInstanceIsNotRefreshed() {
		this.database.update("UPDATE account SET session_generation = 1");

		assertThat(this.ada.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
	}

	@Test
	void bothAddressesGetAMailAboutAChange() {
		AccountScenario.updateEmail(this.ada, "ada@new.example.com").succeeded("updateEmail");

		List<ReceivedMail> mails = this.mailbox.deliver();
		assertThat(mails).extracting(ReceivedMail::to)
			.containsExactlyInAnyOrder("ada@new.example.com", "ada@example.com");
		for (ReceivedMail mail : mails) {
			boolean old = mail.to().equals("ada@example.com");
			assertThat(mail.subject()).isEqualTo("your email address was changed");
			assertThat(mail.text()).startsWith("Hi %s,\n".formatted(mail.to()))
				.doesNotContain(old ? "ada@new" : "ada@example.com")
				.contains("http://localhost:8080/");
			assertThat(mail.html()).doesNotContain(old ? "ada@new" : "ada@example.com");
			assertThat(mail.text().contains("has moved to another")).isEqualTo(old);
			assertThat(mail.header("List-Unsubscribe")).isEmpty();
		}
	}

	@Test
	void noMailIsSentForAnUnchangedAddress() {
		AccountScenario.updateEmail(this.ada, "ada@example.com").succeeded("updateEmail");

		assertThat(this.mailbox.deliver()).isEmpty();
	}

}
