package com.howsmytrack.browser;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Addresses with slips, old links, and addresses to which no mail comes.
@BrowserTest
class AddressTests {

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private static Window typed(Window window, String label, String address) {
		window.fill(label, address).field(label).press("Tab");
		return window;
	}

	private Window register(String address) {
		Window window = this.windows.open().open("/register").seesHeading("Create an account");
		window.fill("Password", Api.PASSWORD);
		return typed(window, "Email address", address);
	}

	private void refuse(String name) {
		this.database.update("UPDATE account SET email_refusals = 3, email_refused_at = created_at WHERE email = ?",
				name + "@example.com");
	}

	@Test
	void withASlipAreCorrectedAtTheRegistration() {
		Window window = register("ada@gmial.com").sees("Did you mean ada@gmail.com?").isAccessible();
		Pictures.take(window.page(), "register-slip");

		window.press("Use ada@gmail.com").doesNotSee("Did you mean");
		PlaywrightAssertions.assertThat(window.field("Email address")).isFocused();
		window.press("Create account").seesAccountMenu();

		assertThat(this.api.canSignIn("ada@gmail.com", Api.PASSWORD)).isTrue();
	}

	@Test
	void thatLookLikeASlipAreKeptAtTheRegistration() {
		register("ada@post.con").sees("Did you mean ada@post.com?").press("Create account").seesAccountMenu();

		assertThat(this.api.canSignIn("ada@post.con", Api.PASSWORD)).isTrue();
	}

	@Test
	void withASlipAreCorrectedInTheSettings() {
		Window window = this.windows.of(this.scenario.verifiedMember("ada")).open("/settings").seesHeading("Settings");
		typed(window, "New email address", "ada@gmial.com").sees("Did you mean ada@gmail.com?").isAccessible();

		window.press("Use ada@gmail.com").press("Change address").sees("Changed.").sees("ada@gmail.com");
	}

	@Test
	void thatLookLikeASlipAreKeptInTheSettings() {
		Window window = this.windows.of(this.scenario.verifiedMember("ada")).open("/settings").seesHeading("Settings");
		typed(window, "New email address", "ada@gmial.com").sees("Did you mean ada@gmail.com?");

		window.press("Change address").sees("Changed.").sees("ada@gmial.com");
	}

	@Test
	void areConfirmedByANewLinkFromThePageOfAUsedOne() {
		Browser ada = this.api.member("ada");
		String link = this.accounts.verificationLink("ada@example.com");
		Window window = this.windows.of(ada).open(link).press("Confirm my address").seesHeading("is confirmed");
		AccountScenario.updateEmail(ada, "ada@new.example.com").succeeded("updateEmail");

		window.open(link).seesHeading("This link does not work any more").isAccessible();
		Pictures.take(window.page(), "used-link");
		window.press("Send a new link").seesHeading("Check your inbox").isAccessible();

		window.open(this.accounts.verificationLink("ada@new.example.com"))
			.press("Confirm my address")
			.seesHeading("is confirmed");
		window.open("/").seesHeading("Ask for feedback on a track").doesNotSee("Until you open the link");
	}

	/// The link in the address bar does not decide whose address gets the mail.
	@Test
	void areThoseOfTheMemberWhoIsSignedIn() {
		Browser ada = this.api.member("ada");
		String adasLink = this.accounts.verificationLink("ada@example.com");
		this.windows.of(ada).open(adasLink).press("Confirm my address").seesHeading("is confirmed");
		Window ben = this.windows.of(this.api.member("ben"));

		ben.open(adasLink).press("Send a new link").seesHeading("Check your inbox");

		assertThat(this.mailbox.recipientsOf("confirm your email address")).containsExactlyInAnyOrder("ada@example.com",
				"ben@example.com", "ben@example.com");
	}

	@Test
	void thatMailServersRefuseAreMarkedForTheirOwner() {
		Browser ada = this.scenario.verifiedMember("ada");
		refuse("ada");
		Window window = this.windows.of(ada).open("/settings").seesHeading("Settings");

		window.sees("No mail arrives").sees("has refused our last mails").doesNotSee("Not verified yet").isAccessible();
		Pictures.take(window.page(), "settings-refused");
		window.press("Send a link").sees("Sent.");
		window.open(this.accounts.verificationLink("ada@example.com")).press("Confirm my address");
		window.open("/settings").sees("Verified").doesNotSee("No mail arrives");
	}

	@Test
	void thatMailServersRefuseAreMentionedAfterARequest() {
		Browser ada = this.scenario.verifiedMember("ada");
		refuse("ada");
		Member member = new Member("ada", this.windows.of(ada));

		member.askForFeedback("Is the kick too loud?");

		member.window().sees("No mail about this request will come").isAccessible();
		Pictures.take(member.window().page(), "home-refused");
	}

	@Test
	void thatMailServersRefuseAreMarkedForOperators() {
		this.scenario.verifiedMember("ada");
		this.scenario.verifiedMember("ben");
		refuse("ada");
		AdminApi admin = AdminApi.open(this.api, this.database);
		Window window = this.windows.of(admin.operator()).open("/admin/people").seesHeading("People");

		window.sees("address refused").isAccessible();
		window.open("/admin/people?emailRefused=true").sees("ada@example.com").doesNotSee("ben@example.com");
		Pictures.take(window.page(), "people-refused");
		window.follow("ada@example.com").seesHeading("ada@example.com").sees("address refused").isAccessible();
		Pictures.take(window.page(), "person-refused");
	}

}
