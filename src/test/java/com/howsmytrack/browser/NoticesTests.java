package com.howsmytrack.browser;

import java.util.regex.Pattern;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.notification.EveryMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/// The list of what a member was told.
@BrowserTest
class NoticesTests {

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private EveryMail everyMail;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private static Window notices(Window window) {
		return window.open("/notices").seesHeading("Notices");
	}

	private static Locator entries(Window window) {
		return window.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
	}

	@Test
	void areNoneForANewMember() {
		Window window = notices(this.windows.of(this.scenario.verifiedMember("ada")));

		window.sees("No notices yet.").isAccessible();
		Pictures.take(window.page(), "notices-empty");
	}

	@Test
	void areTheLastFifty() {
		Browser ada = this.scenario.verifiedMember("ada");
		this.database.update("""
				INSERT INTO notice (account_id, kind, subject_id, facts, created_at, mail_due)
				SELECT account.id, 'feedback-readable', number, jsonb_build_object('group', number, 'groupName',
					'Feedback Group #' || number || ' - Jazz', 'request', number, 'more', number % 2 = 0),
					CAST(? AS timestamptz) - number * INTERVAL '3 hours', false
				FROM account, generate_series(1, 60) AS number""", this.clock.instant().toString());
		Window window = this.windows.of(ada).open("/").sees("50 new");

		window.follow("Notices").seesHeading("Notices").hasCount(entries(window), 50).isAccessible();
		PlaywrightAssertions.assertThat(entries(window).first().getByRole(AriaRole.LINK))
			.hasAttribute("href", "/group/1");
		PlaywrightAssertions.assertThat(entries(window).last().getByRole(AriaRole.LINK))
			.hasAttribute("href", "/group/50");
		PlaywrightAssertions.assertThat(entries(window).last()).containsText("New");
		window.doesNotSee("50 new");
		Pictures.take(window.page(), "notices-fifty");

		notices(window).hasCount(entries(window), 50);
		PlaywrightAssertions.assertThat(entries(window).first()).not().containsText("New");
	}

	/// Bo has a notice of every kind.
	@Test
	void leadToThePageThatTheyAreAbout() {
		this.everyMail.send();
		Browser bo = this.api.visitor().signIn("bo@example.com");
		Window window = notices(this.windows.of(bo).timeIs(this.clock.instant())).isAccessible();
		Pictures.take(window.page(), "notices");

		leads(window, "Your request has no group yet", "/", "to write");
		leads(window, "The link of your track does not work", "/request", "Ask for feedback");
		leads(window, "Your track is already in line", "/request", "Ask for feedback");
		leads(window, "Your feedback can be read", "/group/\\d+", "Feedback Group");
		leads(window, "A reply is waiting for you", "/group/\\d+\\?show=(given|received)", "Feedback Group");
		notices(window).follow("Choose in the settings what is mailed").seesHeading("Settings");
	}

	private static void leads(Window window, String title, String path, String heading) {
		notices(window).link(title).press("Enter");
		window.seesHeading(heading);
		PlaywrightAssertions.assertThat(window.page()).hasURL(Pattern.compile("//[^/]+" + path + "$"));
	}

}
