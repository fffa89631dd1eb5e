package com.howsmytrack.account.recovery;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.testing.AdjustableClock;
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

import static org.assertj.core.api.Assertions.assertThat;

/// The page behind the link in a mail that resets a password.
@WholeApplication
class PasswordResetLinkTests {

	private static final String NEW_PASSWORD = AccountScenario.NEW_PASSWORD;

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private WebVisitor visitor;

	@BeforeEach
	void createAda() {
		this.ada = this.api.member("ada");
		this.visitor = new WebVisitor(this.api);
	}

	/// The path of the link in Ada's mail.
	private String link() {
		this.scenario.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		return this.scenario.resetLink("ada@example.com");
	}

	private HttpResponse<String> submitPassword(String link, String password, String repeat) {
		return this.visitor.fillIn(link, Map.of("password", password, "passwordRepeat", repeat));
	}

	private boolean canSignIn(String password) {
		return this.api.canSignIn("ada@example.com", password);
	}

	@Test
	void isAcceptedOnce() {
		String link = link();
		submitPassword(link, NEW_PASSWORD, NEW_PASSWORD);

		assertLinkRejected(this.visitor.open(link));
		assertLinkRejected(this.visitor.post(link, Map.of("password", "another one entirely", "passwordRepeat",
				"another one entirely", "_csrf", this.visitor.csrfToken())));
		assertThat(canSignIn(NEW_PASSWORD)).isTrue();
	}

	private static void assertLinkRejected(HttpResponse<String> page) {
		assertThat(page.body()).contains("This link does not work any more", "href=\"/accounts/password_reset/\"")
			.doesNotContain("type=\"password\"");
	}

	@Test
	void isAcceptedAfterItWasOpened() {
		String link = link();
		this.visitor.open(link);
		this.visitor.open(link);

		submitPassword(link, NEW_PASSWORD, NEW_PASSWORD);
		assertThat(canSignIn(NEW_PASSWORD)).isTrue();
	}

	@Test
	void isAcceptedForAnHour() {
		String link = link();
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(this.visitor.open(link).body()).contains("type=\"password\"");

		this.clock.advance(Duration.ofMinutes(1));
		assertLinkRejected(this.visitor.open(link));
		assertLinkRejected(this.visitor.post(link,
				Map.of("password", NEW_PASSWORD, "passwordRepeat", NEW_PASSWORD, "_csrf", this.visitor.csrfToken())));
		assertThat(canSignIn(Api.PASSWORD)).isTrue();
	}

	@Test
	void isRejectedOnceThePasswordChanged() {
		String link = link();
		AccountScenario.changePassword(this.ada).succeeded("changePassword");

		assertLinkRejected(this.visitor.open(link));
	}

	@Test
	void isRejectedOnceTheAddressChanged() {
		String link = link();
		AccountScenario.updateEmail(this.ada, "ada@new.example.com").succeeded("updateEmail");

		assertLinkRejected(this.visitor.open(link));
	}

	@Test
	void isRejectedOnceTheAccountIsDeleted() {
		String link = link();
		this.database.update("DELETE FROM account");

		assertLinkRejected(this.visitor.open(link));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/reset/x/", "/accounts/reset/x", "/accounts/reset/", "/accounts/reset",
			"/accounts/reset/x/y/", "/accounts/reset/%00/", "/accounts/reset/%C3%28/",
			"/accounts/reset/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/" })
	void isRejectedIfItIsBroken(String path) {
		HttpResponse<String> page = this.visitor.open(path);

		if (page.statusCode() == 200) {
			assertLinkRejected(page);
		}
		else {
			assertThat(page.statusCode()).isEqualTo(400);
		}
	}

	@Test
	void isNotStoredInTheDatabase() {
		String token = link().replaceAll("^/accounts/reset/|/$", "");

		String everything = this.database.single(String.class, """
				SELECT string_agg(query_to_xml('SELECT * FROM ' || quote_ident(tablename), true, true, '')::text, '')
				FROM pg_tables WHERE schemaname = 'public'""");

		assertThat(everything).contains("ada@example.com").doesNotContain(token);
		assertThat(this.database.count("mailed_link")).isEqualTo(1);
	}

	@Test
	void appliesThePasswordRulesOfTheRegistration() {
		String link = link();

		assertThat(submitPassword(link, NEW_PASSWORD, "something else").body()).contains("Passwords don&#39;t match.")
			.contains("type=\"password\"");
		assertThat(submitPassword(link, "password", "password").body())
			.contains("Please choose a more secure password.");
		assertThat(submitPassword(link, "1234567890", "1234567890").body())
			.contains("Please choose a more secure password.");
		assertThat(submitPassword(link, "x".repeat(129), "x".repeat(129)).body()).contains("at most 128 characters");
		assertThat(submitPassword(link, "", "").body()).contains("Please choose a more secure password.");
		assertThat(canSignIn(Api.PASSWORD)).isTrue();
		assertThat(WebVisitor.location(submitPassword(link, NEW_PASSWORD, NEW_PASSWORD)))
			.isEqualTo("/accounts/reset/done/");
	}

	@Test
	void isAcceptedOnceIfTwoUseItAtOnce() {
		String link = link();
		List<Callable<HttpResponse<String>>> contenders = new ArrayList<>();
		for (String password : List.of("the first of the two", "the second of the two")) {
			contenders.add(new WebVisitor(this.api).readyToPost(link,
					Map.of("password", password, "passwordRepeat", password)));
		}

		List<HttpResponse<String>> answers = Races.onTable("account", contenders);

		assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 200);
		assertThat(List.of(canSignIn("the first of the two"), canSignIn("the second of the two")))
			.containsExactlyInAnyOrder(true, false);
	}

}
