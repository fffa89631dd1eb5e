package com.howsmytrack.account.admin;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Operators disable and enable accounts and change the operator role.
@WholeApplication
class AdminAccountTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private TransactionOperations transactions;

	private Browser operator;

	private Browser ada;

	@BeforeEach
	void anOperatorAndAMember() {
		this.operator = this.api.member("operator");
		this.database.update("UPDATE account SET operator = true");
		this.ada = this.api.member("ada");
	}

	private Answer run(String mutation, String email) {
		return this.operator.run(
				"mutation { %s(email: \"%s\", reason: \"They asked for it.\") { success error userErrors { code message argument } } }"
					.formatted(mutation, email));
	}

	@Test
	void disablingRevokesSessionsAndPreventsNewOnes() {
		run("disableAccount", "ADA@example.com").succeeded("disableAccount");

		assertThat(this.ada.isSignedIn()).isFalse();
		assertThat(this.ada.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
		assertThat(this.api.visitor()
			.run("mutation { tokenAuth(username: \"ada@example.com\", password: \"%s\") { payload } }"
				.formatted(Api.PASSWORD))
			.errorMessages()).as("the error of a wrong password").containsExactly("Please enter valid credentials");
		assertThat(this.operator.isSignedIn()).isTrue();
	}

	/// Another instance accepts the cookie until it reads the revoked sessions.
	@Test
	void aDisabledOperatorCannotEnableThemselvesOnAnotherInstance() {
		Browser rogue = this.api.member("rogue");
		this.database.update("UPDATE account SET operator = true WHERE email = 'rogue@example.com'");
		this.database
			.update("UPDATE account SET operator = false, disabled_at = now() WHERE email = 'rogue@example.com'");

		rogue.run("""
				mutation { enableAccount(email: "rogue@example.com", reason: "Me again.") {
					success userErrors { code } } }""").with("enableAccount.userErrors[0].code", "NOT_PERMITTED");
		assertThat(this.database.count("account WHERE disabled_at IS NOT NULL")).isEqualTo(1);
	}

	@Test
	void noDisabledAccountHasTheRole() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.database
				.update("UPDATE account SET operator = true, disabled_at = now() WHERE email = 'ada@example.com'"))
			.withMessageContaining("account_operator_is_enabled");
	}

	@Test
	void anOperatorCannotUseASessionThatAnotherInstanceRevoked() {
		this.database.update("UPDATE account SET session_generation = session_generation + 1 WHERE operator");

		run("enableAccount", "ada@example.com").with("enableAccount.userErrors[0].code", "NOT_PERMITTED");
	}

	/// The operation reads the account again after it has the lock.
	@Test
	void disablingRevokesSessionsThatBeganMeanwhile() throws InterruptedException {
		Thread admin = Thread.ofVirtual().unstarted(() -> run("disableAccount", "ada@example.com"));
		this.transactions.executeWithoutResult((_) -> {
			this.database.update("UPDATE account SET session_generation = 7 WHERE email = 'ada@example.com'");
			admin.start();
			this.database.awaitWaiting(1);
		});
		admin.join();

		assertThat(this.database.single(Integer.class,
				"SELECT session_generation FROM account WHERE email = 'ada@example.com'"))
			.isEqualTo(8);
	}

	@Test
	void aDisabledMemberGetsNoPasswordResetMail() {
		run("disableAccount", "ada@example.com").succeeded("disableAccount");

		this.api.visitor()
			.run("mutation { requestPasswordReset(email: \"ada@example.com\") { success error } }")
			.succeeded("requestPasswordReset");

		assertThat(this.mailbox.deliver()).isEmpty();
	}

	@Test
	void anEnabledMemberCanSignInAgain() {
		run("disableAccount", "ada@example.com").succeeded("disableAccount");
		run("enableAccount", "ada@example.com").succeeded("enableAccount");

		assertThat(this.ada.isSignedIn()).as("revoked sessions stay revoked").isFalse();
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
	}

	@Test
	void grantsTheOperatorRole() {
		run("grantOperator", "ada@example.com").succeeded("grantOperator");

		this.ada.run("{ people { edges { node { email } } } }").hasNoErrors();
	}

	@Test
	void revokesTheOperatorRole() {
		run("grantOperator", "ada@example.com").succeeded("grantOperator");
		run("revokeOperator", "ADA@example.com").succeeded("revokeOperator");

		assertThat(this.ada.run("{ people { edges { node { email } } } }").errorMessages())
			.containsExactly("You are not permitted to do that.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "disableAccount", "revokeOperator" })
	void keepsTheLastOperator(String mutation) {
		run("grantOperator", "ada@example.com").succeeded("grantOperator");
		run("disableAccount", "ada@example.com").succeeded("disableAccount");

		run(mutation, "operator@example.com").hasUserError(mutation, "LAST_OPERATOR",
				"This is the last operator. Make another member an operator first.", "email");

		assertThat(this.operator.isSignedIn()).isTrue();
	}

	@Test
	void keepsOneOfTwoOperatorsWhoRevokeEachOtherAtOnce() {
		run("grantOperator", "ada@example.com").succeeded("grantOperator");

		Races.onTable("account", List.of(() -> run("revokeOperator", "ada@example.com"), () -> this.ada
			.run("mutation { revokeOperator(email: \"operator@example.com\", reason: \"Mine.\") { success } }")));

		assertThat(this.database.single(Long.class, "SELECT count(*) FROM account WHERE operator")).isOne();
	}

	@Test
	void doesNotGrantTheRoleToADisabledMember() {
		run("disableAccount", "ada@example.com").succeeded("disableAccount");

		run("grantOperator", "ada@example.com").hasUserError("grantOperator", "ACCOUNT_DISABLED",
				"This account is disabled. Enable it first.", "email");
	}

	@ParameterizedTest
	@ValueSource(strings = { "disableAccount", "enableAccount", "grantOperator", "revokeOperator" })
	void reportsAnUnknownAddress(String mutation) {
		for (String email : new String[] { "nobody@example.com", "no address" }) {
			run(mutation, email).hasUserError(mutation, "UNKNOWN_ACCOUNT",
					"There is no account for that email address.", "email");
		}
	}

	/// Accounts of the previous service can have addresses that are not valid.
	@Test
	void reachesAnAccountWithoutAUsableAddressById() {
		this.database.update("UPDATE account SET email = 'no address' WHERE email = 'ada@example.com'");

		runById("grantOperator", id("no address")).succeeded("grantOperator");
		runById("revokeOperator", id("no address")).succeeded("revokeOperator");
		runById("disableAccount", id("no address")).succeeded("disableAccount");
		assertThat(this.ada.isSignedIn()).isFalse();
		runById("enableAccount", id("no address")).succeeded("enableAccount");

		assertThat(this.database.count("account WHERE email = 'no address' AND disabled_at IS NULL AND NOT operator"))
			.isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "disableAccount", "enableAccount", "grantOperator", "revokeOperator" })
	void reportsAnUnknownId(String mutation) {
		for (String id : List.of("4711", "x", "")) {
			runById(mutation, id).hasUserError(mutation, "UNKNOWN_ACCOUNT", "There is no account with that id.", "id");
		}
	}

	@Test
	void namesTheArgumentThatWasGiven() {
		runById("revokeOperator", id("operator@example.com")).hasUserError("revokeOperator", "LAST_OPERATOR",
				"This is the last operator. Make another member an operator first.", "id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "disableAccount", "enableAccount", "grantOperator", "revokeOperator" })
	void requiresEitherTheIdOrTheAddress(String mutation) {
		String id = id("ada@example.com");
		String both = "id: \"%s\", email: \"ada@example.com\", ".formatted(id);
		for (String account : List.of("", both, "id: null, email: null, ")) {
			runFor(mutation, account).hasUserError(mutation, "ID_OR_EMAIL_REQUIRED",
					"Give either the id or the email address of the account.", null);
		}

		assertThat(this.database.count("audit_log")).isZero();
	}

	@Test
	void keepsTheAccountOfTheLastOperator() {
		AccountScenario.deleteAccount(this.operator, Api.PASSWORD)
			.hasUserError("deleteAccount", "LAST_OPERATOR_ACCOUNT",
					"You are the last operator. Make another member an operator before you delete your account.", null);
		assertThat(this.operator.isSignedIn()).isTrue();

		run("grantOperator", "ada@example.com").succeeded("grantOperator");
		run("revokeOperator", "operator@example.com").succeeded("revokeOperator");
		AccountScenario.deleteAccount(this.operator, Api.PASSWORD).succeeded("deleteAccount");
		AccountScenario.deleteAccount(this.ada, Api.PASSWORD)
			.with("deleteAccount.userErrors[0].code", "LAST_OPERATOR_ACCOUNT");
	}

	@Test
	void keepsTheAccountOfAnOperatorWhoHasNotGivenUpTheRole() {
		run("grantOperator", "ada@example.com").succeeded("grantOperator");

		AccountScenario.deleteAccount(this.ada, Api.PASSWORD)
			.hasUserError("deleteAccount", "OPERATOR_ACCOUNT",
					"You are an operator. Give up the role before you delete your account.", null);
		assertThat(this.ada.isSignedIn()).isTrue();
	}

	/// The role is granted after the deletion has read the account.
	@Test
	void keepsTheAccountOfAMemberWhoBecomesAnOperatorMeanwhile() {
		CompletableFuture<Answer> deletion = Objects.requireNonNull(this.transactions.execute((_) -> {
			this.database.update("UPDATE account SET operator = true WHERE email = 'ada@example.com'");
			CompletableFuture<Answer> started = CompletableFuture
				.supplyAsync(() -> AccountScenario.deleteAccount(this.ada, Api.PASSWORD), Thread::startVirtualThread);
			this.database.awaitWaiting(1);
			return started;
		}));

		deletion.join().with("deleteAccount.userErrors[0].code", "OPERATOR_ACCOUNT");
		assertThat(this.database.count("account WHERE email = 'ada@example.com'")).isOne();
	}

	@Test
	void aDisabledOperatorIsAMemberAfterEnabling() {
		run("grantOperator", "ada@example.com").succeeded("grantOperator");
		run("disableAccount", "ada@example.com").succeeded("disableAccount");
		run("enableAccount", "ada@example.com").succeeded("enableAccount");
		this.ada.signIn("ada@example.com");

		assertThat(this.ada.run("{ people { edges { node { email } } } }").errorMessages())
			.containsExactly("You are not permitted to do that.");
	}

	private String id(String email) {
		return this.database.single(Long.class, "SELECT id FROM account WHERE email = ?", email).toString();
	}

	private Answer runById(String mutation, String id) {
		return runFor(mutation, "id: \"%s\", ".formatted(id));
	}

	private Answer runFor(String mutation, String account) {
		return this.operator.run(
				"mutation { %s(%sreason: \"They asked for it.\") { success error userErrors { code message argument } } }"
					.formatted(mutation, account));
	}

}
