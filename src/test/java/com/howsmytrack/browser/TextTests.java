package com.howsmytrack.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.track.Genre;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Texts of members: any Unicode, HTML, both directions, and the greatest length. And links that are none.
@BrowserTest
class TextTests {

	/// Runs code if a page takes it for HTML, and has an override of the direction, a
	/// combination of code points in one character, and a long word.
	private static final String HOSTILE = "<script>ran = 1</script><img src=x onerror=ran=1> &amp; {{ran}} "
			+ "\u202Eesrever\u202C 👩‍👩‍👧‍👦 Z̷a̷l̷g̷o̷ ﷽ " + "w".repeat(300);

	private static final String ARABIC = "الإيقاع قوي جدا في البداية، kick";

	private static final String HEBREW = "הבס ארוך מדי";

	private static final int LONGEST = 20_000;

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AdjustableClock clock;

	/// Two members who write to each other, and ask this.
	private List<Browser> groupWithPrompt(String prompt) {
		List<Browser> members = List.of(this.scenario.memberWithTrack("ada", Genre.JAZZ),
				this.scenario.memberWithTrack("ben", Genre.JAZZ));
		members
			.forEach(
					(member) -> FeedbackScenario
						.edit(member, FeedbackScenario.pendingId(member),
								Map.of("mediaUrl", "https://soundcloud.com/x/" + members.indexOf(member),
										"feedbackPrompt", prompt))
						.succeeded("editFeedbackRequest"));
		this.scenario.assignGroups();
		return members;
	}

	private void releaseFeedback() {
		this.clock.advance(Duration.ofHours(1));
		this.scenario.releaseFeedback();
	}

	private Window openGroup(Browser member) {
		return this.windows.of(member)
			.timeIs(this.clock.instant())
			.open("/")
			.follow("Feedback Group")
			.seesHeading("Feedback Group");
	}

	private static Locator text(Window window, String text) {
		return window.page().getByText(text, new Page.GetByTextOptions().setExact(true)).first();
	}

	private static void isDirected(Locator text, String direction) {
		PlaywrightAssertions.assertThat(text).hasCSS("direction", direction);
	}

	private static void isTextOnly(Window window) {
		assertThat(window.page().evaluate("typeof ran")).isEqualTo("undefined");
		assertThat(window.page().locator("main img").count()).isZero();
		assertThat(window.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
	}

	@Test
	void areShownAsTheyWereWritten() {
		List<Browser> members = groupWithPrompt(HOSTILE);
		FeedbackScenario.submitAllForms(members.getFirst());
		Window ben = openGroup(members.getLast());
		text(ben, HOSTILE).waitFor();

		ben.fill("Your feedback", HOSTILE).press("Send feedback").sees("All your forms are sent.");
		text(ben, HOSTILE).waitFor();
		ben.isAccessible();
		isTextOnly(ben);
		releaseFeedback();

		Window ada = openGroup(members.getFirst());
		text(ada, HOSTILE).waitFor();
		ada.page().getByLabel("5 of 5").check();
		ada.press("Send rating").sees("Rated 5 of 5");
		ada.page().getByRole(AriaRole.BUTTON).getByText("Write a reply").click();
		ada.fill("Your reply", HOSTILE).press("Send reply").sees("Reply sent.").isAccessible();
		isTextOnly(ada);
		ada.page().setViewportSize(320, 700);
		isTextOnly(ada);
	}

	@Test
	void haveTheDirectionOfTheirLanguage() {
		List<Browser> members = groupWithPrompt(HEBREW);
		FeedbackScenario.submitAllForms(members.getFirst());
		Window ben = openGroup(members.getLast());
		isDirected(text(ben, HEBREW), "rtl");
		isDirected(ben.field("Your feedback"), "ltr");

		ben.fill("Your feedback", ARABIC);
		isDirected(ben.field("Your feedback"), "rtl");
		ben.press("Send feedback").sees("All your forms are sent.");

		isDirected(text(ben, ARABIC), "rtl");
		ben.isAccessible();
	}

	@Test
	void canHave20000CodePoints() {
		List<Browser> members = groupWithPrompt("Is it too long?");
		FeedbackScenario.submitAllForms(members.getFirst());
		Window ben = openGroup(members.getLast());
		String longest = "long " + "🎧".repeat(LONGEST - 5);

		ben.fill("Your feedback", longest + "🎛").sees("1 character too many: at most 20,000");
		ben.press("Send feedback");
		PlaywrightAssertions.assertThat(ben.field("Your feedback"))
			.hasAttribute("aria-invalid", "true", new LocatorAssertions.HasAttributeOptions());
		ben.isAccessible();

		ben.fill("Your feedback", longest).sees("20,000 of 20,000 characters");
		ben.press("Send feedback").sees("All your forms are sent.");
		assertThat(text(ben, longest).textContent()).isEqualTo(longest);
		isTextOnly(ben);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:ran=1", "<img src=x onerror=ran=1>", "my track", "https://example.com/track",
			"https://soundcloud.com.example.com/ada/track" })
	void areNoLinksIfNobodyCanFollowThem(String text) {
		Window window = this.windows.of(this.scenario.verifiedMember("ada")).open("/request");
		window.fill("Link to your track", text);
		window.page().getByLabel("Jazz").check();
		window.press("Ask for feedback");

		PlaywrightAssertions.assertThat(window.field("Link to your track")).hasAttribute("aria-invalid", "true");
		window.sees("Please provide any of the following").isAccessible();
		PlaywrightAssertions.assertThat(window.field("Link to your track")).hasValue(text);
		PlaywrightAssertions.assertThat(window.field("Link to your track")).isFocused();
		isTextOnly(window);
	}

}
