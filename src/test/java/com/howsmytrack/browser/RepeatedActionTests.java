package com.howsmytrack.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Double clicks, and the back button after each change.
@BrowserTest
class RepeatedActionTests {

	private static final String TEXT = "The bass carries it. I would shorten the intro.";

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AdjustableClock clock;

	private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

	private Window recording(Window window) {
		window.context().onRequest(this::record);
		return window;
	}

	private void record(Request request) {
		if (request.url().endsWith("/graphql") && request.postData() != null) {
			this.sent.add(request.postData());
		}
	}

	private void isSentOnce(String operation) {
		assertThat(this.sent).filteredOn((body) -> body.contains("\"operationName\":\"" + operation + "\""))
			.as(operation)
			.hasSize(1);
	}

	/// Lets members read what was written, as the hourly job does.
	private void releaseFeedback() {
		this.clock.advance(Duration.ofHours(1));
		this.scenario.releaseFeedback();
	}

	@Test
	void createOneAccount() {
		Window window = recording(this.windows.open()).open("/register")
			.fill("Email address", "ada@example.com")
			.fill("Password", Api.PASSWORD);

		window.button("Create account").dblclick();

		window.seesAccountMenu();
		isSentOnce("Register");
		isSentOnce("SignIn");
		window.page().goBack();
		window.open("/").seesAccountMenu();
	}

	@Test
	void createAndWithdrawOneRequest() {
		Window window = recording(this.windows.of(this.scenario.verifiedMember("ada")));
		window.open("/request").fill("Link to your track", "https://soundcloud.com/ada/night-bus");
		window.page().getByLabel("Electronic").check();

		window.button("Ask for feedback").dblclick();
		window.seesHeading("Waiting for a group");
		isSentOnce("CreateRequest");

		window.page().goBack();
		window.seesHeading("Change your request");
		window.page().getByLabel("Jazz").check();
		window.button("Save the request").dblclick();
		window.seesHeading("Waiting for a group").sees("Jazz");
		isSentOnce("EditRequest");

		window.press("Withdraw");
		window.page()
			.getByRole(AriaRole.DIALOG)
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
			.dblclick();
		window.sees("Your request is withdrawn.");
		isSentOnce("WithdrawRequest");
		window.page().goBack();
		window.seesHeading("Ask for feedback");
	}

	@Test
	void sendOneResponseRatingAndReply() {
		List<Browser> members = this.scenario.group("ada", "ben");
		FeedbackScenario.submitAllForms(members.getLast());
		releaseFeedback();
		Window window = recording(this.windows.of(members.getFirst()).timeIs(this.clock.instant()));
		window.open("/").follow("Feedback Group").fill("Your feedback", TEXT);

		window.button("Send feedback").dblclick();
		window.sees("All your forms are sent.");
		isSentOnce("SendFeedback");
		window.page().goBack();
		window.seesHeading("Your feedback has opened");
		window.page().goForward();
		window.seesHeading("Feedback Group").sees("1 response to rate");

		window.page().getByLabel("4 of 5").check();
		window.button("Send rating").dblclick();
		window.sees("Rated 4 of 5");
		isSentOnce("RateFeedback");

		window.page().getByRole(AriaRole.BUTTON).getByText("Write a reply").click();
		window.fill("Your reply", "Which part of the intro?").button("Send reply").dblclick();
		window.sees("Reply sent.");
		isSentOnce("SendReply");
		window.page().goBack();
		window.seesHeading("Ready for your next track?");
		window.page().goForward();
		window.sees("Which part of the intro?").hasCount(window.page().getByText("Which part of the intro?"), 1);
	}

	@Test
	void changeAnAccountOnce() {
		Window window = recording(this.windows.of(this.scenario.verifiedMember("ada"))).open("/settings");

		window.fill("New email address", "ada@example.org").button("Change address").dblclick();
		window.sees("Changed. From now on, sign in with this address.");
		isSentOnce("ChangeAddress");
		window.follow("Home").seesHeading("Verify your address");
		window.page().goBack();
		window.seesHeading("Settings").sees("ada@example.org").button("Send the link again").dblclick();
		window.sees("Sent. It can take a minute to arrive.");
		isSentOnce("MailVerificationLink");

		window.fill("Current password", Api.PASSWORD).fill("New password", AccountScenario.NEW_PASSWORD);
		window.button("Change password").dblclick();
		window.sees("Your password is changed.");
		isSentOnce("SetPassword");
		window.page().goBack();
		window.seesHeading("Settings").sees("ada@example.org");
	}

	@Test
	void signInOnceAndSendOneLink() {
		this.scenario.verifiedMember("ada");
		Window window = recording(this.windows.open()).open("/forgotten-password");

		window.fill("Email address", "ada@example.com").button("Send the link").dblclick();
		window.sees("If this address has an account");
		isSentOnce("MailPasswordReset");

		window.open("/sign-in").fill("Email address", "ada@example.com").fill("Password", Api.PASSWORD);
		window.button("Sign in").dblclick();
		window.seesAccountMenu();
		isSentOnce("SignIn");
		window.page().goBack();
		window.seesAccountMenu().doesNotSee("Forgotten your password?");
	}

	@Test
	void leaveNothingBehindAfterTheSignOut() {
		Window window = this.windows.of(this.scenario.group("ada", "ben").getFirst());
		window.open("/settings").sees("ada@example.com");

		window.button("Sign out").dblclick();
		window.page().getByRole(AriaRole.LINK).getByText("Register").first().waitFor();
		window.page().goBack();

		window.seesHeading("Sign in").doesNotSee("ada@example.com");
	}

}
