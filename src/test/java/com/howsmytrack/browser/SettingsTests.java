package com.howsmytrack.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.track.Genre;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// What a member does in the settings, and what other windows show of it.
@BrowserTest
class SettingsTests {

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Api api;

	private static Window settings(Window window) {
		return window.open("/settings").seesHeading("Settings");
	}

	private static boolean reminders(Browser member) {
		return Boolean.TRUE
			.equals(member.run("{ userDetails { sendReminderEmails } }").at("userDetails.sendReminderEmails"));
	}

	@Test
	void switchMailsOff() {
		Browser ada = this.scenario.verifiedMember("ada");
		Window window = settings(this.windows.of(ada));
		Locator reminder = window.page()
			.getByRole(AriaRole.SWITCH,
					new Page.GetByRoleOptions().setName(Pattern.compile("remind", Pattern.CASE_INSENSITIVE)));
		PlaywrightAssertions.assertThat(reminder).isChecked();

		window.page()
			.waitForResponse((response) -> response.url().endsWith("/graphql")
					&& response.request().postData().contains("SwitchMail"), () -> reminder.press("Space"));

		PlaywrightAssertions.assertThat(reminder).not().isChecked();
		assertThat(reminders(ada)).isFalse();
		settings(window);
		PlaywrightAssertions.assertThat(reminder).not().isChecked();
	}

	@Test
	void changeThePassword() {
		Window window = settings(this.windows.of(this.scenario.verifiedMember("ada")));
		window.fill("Current password", "not my password")
			.fill("New password", AccountScenario.NEW_PASSWORD)
			.press("Change password")
			.sees("That is not your password.")
			.isAccessible();

		window.fill("Current password", Api.PASSWORD).press("Change password").sees("Your password is changed.");

		assertThat(this.api.canSignIn("ada@example.com", AccountScenario.NEW_PASSWORD)).isTrue();
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isFalse();
	}

	@Test
	void changeTheAddress() {
		Window window = settings(this.windows.of(this.scenario.verifiedMember("ada")));

		window.fill("New email address", "no address").press("Change address").sees("valid email address");
		window.fill("New email address", "ada@example.org")
			.press("Change address")
			.sees("Changed. From now on, sign in with this address.")
			.sees("Not verified yet")
			.isAccessible();

		String link = this.accounts.verificationLink("ada@example.org");
		window.open(link).press("Confirm my address");
		settings(window).sees("ada@example.org").doesNotSee("Not verified yet");
	}

	@Test
	void signOutAllOtherWindows() {
		Browser ada = this.scenario.group("ada", "ben").getFirst();
		Window other = this.windows.of(ada).open("/").follow("Feedback Group").seesHeading("Feedback Group");
		Window window = settings(this.windows.of(ada));

		window.press("Sign out everywhere").seesHeading("Honest ears for unfinished tracks");

		other.sees("You are signed out. What you typed is kept.");
		assertThat(ada.isSignedIn()).isFalse();
	}

	@Test
	void downloadEverything() throws IOException {
		Window window = settings(this.windows.of(this.scenario.memberWithTrack("ada", Genre.JAZZ)));

		Download download = window.page().waitForDownload(() -> window.press("Download my data"));

		window.sees("Your browser has the file now.");
		assertThat(download.suggestedFilename()).matches("hows-my-track-\\d{4}-\\d\\d-\\d\\d\\.json");
		assertThat(Files.readString(download.path())).contains("ada@example.com", FeedbackScenario.track("ada"));
	}

	@Test
	void leave() {
		Window window = settings(this.windows.of(this.scenario.verifiedMember("ada")));

		window.press("Delete my account").fill("Your password", "not my password");
		window.press("Delete for good").sees("That is not your password.").isAccessible();
		window.fill("Your password", Api.PASSWORD);
		window.button("Delete for good").dblclick();

		window.sees("Your account is deleted.").isAccessible();
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isFalse();
		window.page().goBack();
		window.seesHeading("Sign in");
	}

	@Test
	void showInEachWindowWhatWaits() {
		Browser ada = this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("ben", Genre.JAZZ);
		Window home = this.windows.of(ada).open("/").seesHeading("Waiting for a group");
		Window settings = settings(this.windows.of(ada)).doesNotSee("waiting for you");

		this.scenario.assignGroups();

		settings.sees("1 waiting for you");
		home.sees("1 waiting for you").seesHeading("One form to write");
		home.follow("Feedback Group")
			.fill("Your feedback", "The bass carries it. I would shorten the intro.")
			.press("Send feedback")
			.sees("All your forms are sent.");
		settings.doesNotSee("waiting for you");
	}

}
