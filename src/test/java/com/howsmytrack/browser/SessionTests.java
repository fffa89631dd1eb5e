package com.howsmytrack.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Sessions that do not begin, end while a member writes, or change to another member.
@BrowserTest
class SessionTests {

	private static final String TEXT = "The bass carries it. I would shorten the intro.";

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Api api;

	private static void signIn(Window window, String name) {
		window.fill("Email address", name + "@example.com").fill("Password", Api.PASSWORD).press("Sign in");
	}

	private static void keepsTheText(Window window) {
		PlaywrightAssertions.assertThat(window.field("Your feedback")).hasValue(TEXT);
	}

	private static Window openGroup(Window window) {
		return window.open("/").follow("Feedback Group").seesHeading("Feedback Group");
	}

	/// What the browser does when a tab is shown.
	private static void show(Window tab) {
		tab.page().bringToFront();
		tab.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
	}

	@Test
	void beginWithTheRightPassword() {
		this.scenario.verifiedMember("ada");
		Window window = this.windows.open().open("/sign-in?next=%2Frequest");
		window.fill("Email address", "ada@example.com").fill("Password", "four other words").press("Sign in");

		window.sees("No account has this address with this password.").isAccessible();
		PlaywrightAssertions.assertThat(window.field("Email address")).hasValue("ada@example.com");

		window.fill("Password", Api.PASSWORD).press("Sign in").seesHeading("Ask for feedback").seesAccountMenu();
	}

	@Test
	void leadToOwnPagesOnly() {
		this.scenario.verifiedMember("ada");
		Window window = this.windows.open().open("/sign-in?next=%2F%2Fexample.com%2F");

		signIn(window, "ada");

		window.seesAccountMenu();
		assertThat(window.path()).isEqualTo("/");
	}

	@Test
	void thatEndElsewhereKeepWhatWasTyped() {
		Browser ada = this.scenario.group("ada", "ben").getFirst();
		Window window = openGroup(this.windows.of(ada)).fill("Your feedback", TEXT);

		ada.run("mutation { signOutEverywhere { success } }").hasNoErrors().with("signOutEverywhere.success", true);

		window.sees("You are signed out. What you typed is kept.").isAccessible();
		keepsTheText(window);
		window.follow("Sign in").seesHeading("Sign in");
		signIn(window, "ada");
		window.seesHeading("Feedback Group");
		keepsTheText(window);
		window.press("Send feedback").sees("All your forms are sent.");
	}

	@Test
	void thatAreGoneWhenAFormIsSentKeepWhatWasTyped() {
		Window window = openGroup(this.windows.of(this.scenario.group("ada", "ben").getFirst())).fill("Your feedback",
				TEXT);

		window.context().clearCookies();
		window.press("Send feedback").sees("You are signed out. What you typed is kept.").isAccessible();

		keepsTheText(window);
		window.follow("Sign in").seesHeading("Sign in");
		signIn(window, "ada");
		window.seesHeading("Feedback Group");
		keepsTheText(window);
	}

	@Test
	void goOnAfterASignInInAnotherTab() {
		Browser ada = this.scenario.group("ada", "ben").getFirst();
		Window window = openGroup(this.windows.of(ada)).fill("Your feedback", TEXT);
		ada.run("mutation { signOutEverywhere { success } }").hasNoErrors().with("signOutEverywhere.success", true);
		window.sees("You are signed out. What you typed is kept.");

		Window second = window.newTab().open("/sign-in");
		signIn(second, "ada");
		second.seesAccountMenu();
		show(window);

		window.sees("You are signed in again.").isAccessible();
		keepsTheText(window);
		window.press("Send feedback").sees("All your forms are sent.");
	}

	@Test
	void thatEndInOneTabEndInTheOther() {
		Window ada = openGroup(this.windows.of(this.scenario.group("ada", "ben").getFirst())).fill("Your feedback",
				TEXT);

		ada.newTab().open("/settings").press("Sign out");

		ada.seesHeading("Sign in");
	}

	@Test
	void ofAnotherMemberAreNotUsedByAPageOfTheFirst() {
		List<Browser> members = this.scenario.group("ada", "ben");
		Browser ben = members.getLast();
		Window window = openGroup(this.windows.of(members.getFirst())).fill("Your feedback", TEXT).open("/settings");
		window.sees("ada@example.com");
		// The page extends the session when it is loaded, and the answer sets the cookie.
		window.page().waitForLoadState(LoadState.NETWORKIDLE);
		window.signedInAs(ben).expectErrors("status of 400");

		window.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Reminders")).click();

		window.sees("ben@example.com").doesNotSee("ada@example.com");
		ben.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", true);
		openGroup(window);
		PlaywrightAssertions.assertThat(window.field("Your feedback")).isEmpty();
	}

	@Test
	void needCookies() {
		this.scenario.verifiedMember("ada");
		Window window = this.windows.open().open("/sign-in");
		window.page().route("**/graphql", SessionTests::withoutCookie);

		signIn(window, "ada");

		window.sees("your browser does not keep the cookie").isAccessible();
	}

	private static void withoutCookie(Route route) {
		APIResponse response = route.fetch();
		Map<String, String> headers = new HashMap<>(response.headers());
		headers.remove("set-cookie");
		route.request().frame().page().context().clearCookies();
		route.fulfill(new Route.FulfillOptions().setStatus(response.status())
			.setHeaders(headers)
			.setBodyBytes(response.body()));
	}

	@Test
	void workWithoutStorage() {
		Browser ada = this.scenario.group("ada", "ben").getFirst();
		Window window = this.windows.of(ada);
		window.context().addInitScript("""
				Object.defineProperty(window, 'localStorage', {
					get() { throw new DOMException('Blocked by the browser', 'SecurityError'); },
				});""");

		openGroup(window).fill("Your feedback", TEXT).isAccessible();

		keepsTheText(window);
		window.press("Send feedback").sees("All your forms are sent.");
	}

}
