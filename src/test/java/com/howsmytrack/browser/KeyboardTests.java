package com.howsmytrack.browser;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The main journey with the keys of a keyboard only.
@BrowserTest
class KeyboardTests {

	/// More than any page has controls.
	private static final int MOST_STEPS = 80;

	/// Whether the ring of the focus is drawn: around the element, its label, or the box
	/// over which a link spreads.
	private static final String HAS_RING = """
			(element) => [getComputedStyle(element), getComputedStyle(element, '::after'),
				...(element.closest('label') ? [getComputedStyle(element.closest('label'))] : [])]
				.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)""";

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AdjustableClock clock;

	private static void press(Window window, String key) {
		window.page().keyboard().press(key);
	}

	private static boolean isFocused(Locator target) {
		return target.count() > 0
				&& Boolean.TRUE.equals(target.first().evaluate("(element) => element === document.activeElement"));
	}

	/// Presses Tab until the target has the focus, which must be visible.
	private static void moveTo(Window window, Locator target) {
		target.first().waitFor();
		for (int step = 0; step < MOST_STEPS; step++) {
			press(window, "Tab");
			if (isFocused(target)) {
				assertThat(target.first().evaluate(HAS_RING)).as("visible focus of " + target).isEqualTo(true);
				return;
			}
		}
		throw new AssertionError("Tab does not lead to " + target);
	}

	private static void type(Window window, String label, String text) {
		moveTo(window, window.field(label));
		window.page().keyboard().type(text);
	}

	private static void use(Window window, Locator control) {
		moveTo(window, control);
		press(window, "Enter");
	}

	/// After a navigation, the heading has the focus.
	private static void focusIsOnHeading(Window window, String name) {
		PlaywrightAssertions
			.assertThat(
					window.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1)))
			.isFocused();
	}

	/// Tab leads through the page and back to its first link.
	private static void isNoTrap(Window window) {
		moveTo(window, window.link("Skip to content"));
		moveTo(window, window.link("Skip to content"));
	}

	@Test
	void leadFromSignInToARequest() {
		this.scenario.verifiedMember("ada");
		Window window = this.windows.open().open("/");
		isNoTrap(window);
		use(window, window.link("Sign in"));
		focusIsOnHeading(window, "Sign in");
		type(window, "Email address", "ada@example.com");
		type(window, "Password", Api.PASSWORD);
		press(window, "Enter");
		window.seesAccountMenu();

		use(window, window.link("Ask for feedback"));
		focusIsOnHeading(window, "Ask for feedback");
		isNoTrap(window);
		type(window, "Link to your track", "https://soundcloud.com/ada/night-bus");
		moveTo(window, window.page().getByRole(AriaRole.RADIO).first());
		press(window, "ArrowRight");
		PlaywrightAssertions.assertThat(window.page().getByRole(AriaRole.RADIO).nth(1)).isChecked();
		use(window, window.button("Ask for feedback"));
		window.seesHeading("Waiting for a group");
		focusIsOnHeading(window, "Your request is in");

		use(window, window.button("Withdraw"));
		window.seesHeading("Withdraw your request?");
		press(window, "Escape");
		PlaywrightAssertions.assertThat(window.button("Withdraw")).isFocused();
		window.sees("Waiting for a group");
	}

	@Test
	void leadThroughAGroup() {
		List<Browser> members = this.scenario.group("ada", "ben");
		FeedbackScenario.submitAllForms(members.getLast());
		this.clock.advance(Duration.ofHours(1));
		this.scenario.releaseFeedback();
		Window window = this.windows.of(members.getFirst()).timeIs(this.clock.instant()).open("/");

		use(window, window.link("Feedback Group"));
		focusIsOnHeading(window, "Feedback Group");
		isNoTrap(window);
		type(window, "Your feedback", "The bass carries it. I would shorten the intro.");
		moveTo(window, window.page().getByLabel("The owner may reply"));
		press(window, "Space");
		use(window, window.button("Send feedback"));
		window.sees("All your forms are sent.");

		use(window, window.link("Read 1 response on your track"));
		window.seesHeading("Response 1");
		moveTo(window, window.page().getByLabel("1 of 5"));
		press(window, "Space");
		press(window, "ArrowRight");
		press(window, "ArrowRight");
		use(window, window.button("Send rating"));
		window.sees("Rated 3 of 5");
		use(window, window.page().getByRole(AriaRole.BUTTON, named("Write a reply")));
		PlaywrightAssertions.assertThat(window.field("Your reply")).isFocused();
		window.page().keyboard().type("Which part of the intro?");
		use(window, window.button("Send reply"));
		window.sees("Reply sent.").isAccessible();
	}

	@Test
	void goOnAtTheOpenForm() {
		Browser ada = this.scenario.group("ada", "ben", "cem").getFirst();
		FeedbackScenario.submit(ada, this.scenario.response("ada", "cem"), "Good.").succeeded("submitFeedbackResponse");
		Window window = this.windows.of(ada).open("/");

		use(window, window.link("Go on with"));

		Locator heading = window.page()
			.getByRole(AriaRole.ARTICLE)
			.filter(new Locator.FilterOptions().setHasText("Not begun"))
			.getByRole(AriaRole.HEADING)
			.first();
		PlaywrightAssertions.assertThat(heading).isFocused();
		PlaywrightAssertions.assertThat(heading).isInViewport();
		window.isAccessible();
	}

	private static Page.GetByRoleOptions named(String start) {
		return new Page.GetByRoleOptions().setName(Pattern.compile("^" + start));
	}

	@Test
	void openTheAccountMenuAndSkipTheNavigation() {
		Window window = this.windows.of(this.scenario.verifiedMember("ada")).open("/").seesAccountMenu();
		use(window, window.link("Skip to content"));
		moveTo(window, window.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).first());

		use(window, window.button("Account and settings"));
		Locator settings = window.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Settings"));
		PlaywrightAssertions.assertThat(settings).isFocused();
		window.isAccessible();
		press(window, "Escape");
		PlaywrightAssertions.assertThat(window.button("Account and settings")).isFocused();
		press(window, "Enter");
		PlaywrightAssertions.assertThat(settings).isFocused();
		press(window, "Enter");
		focusIsOnHeading(window, "Settings");
		isNoTrap(window);

		use(window, window.button("Sign out"));
		window.seesHeading("Honest ears for unfinished tracks");
	}

}
