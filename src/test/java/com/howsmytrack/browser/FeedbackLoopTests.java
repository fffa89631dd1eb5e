package com.howsmytrack.browser;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole service as four members and an operator use it. Responses and replies are released every hour.
@BrowserTest
@TestPropertySource(properties = "howsmytrack.feedback.release-interval=1h")
class FeedbackLoopTests {

	@Autowired
	private Windows windows;

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private Database database;

	@Test
	void leadsFromTheRegistrationToAConversation() {
		Member ada = registered("ada");
		List<Member> others = Stream.of("ben", "cem", "dora").map(this::signedIn).toList();
		ada.askForFeedback("Is the kick too loud?");
		ada.window().isAccessible();
		others.forEach((member) -> member.askForFeedback("Does the ending work?"));
		Window operator = operator();

		run(operator, "Assign groups");
		ada.openGroup();
		ada.window().sees("0 of 3 forms sent").isAccessible();
		others.forEach((member) -> {
			member.openGroup();
			member.sendAllForms("The bass carries it. I would shorten the intro.");
		});
		this.clock.advance(Duration.ofHours(1));
		run(operator, "Release feedback");

		ada.openGroup();
		ada.window().sees("3 responses are waiting for you.").doesNotSee("The bass carries it").isAccessible();
		ada.sendAllForms("The hats are too loud, and the break could be longer.");
		ada.window().open(ada.window().path()).sees("3 responses to rate").isAccessible();
		assertThat(ada.window().text()).contains("Written by ben", "Written by cem", "Written by dora")
			.doesNotContain("@example.com");

		Window ben = others.getFirst().window().open("/").seesHeading("Your feedback has opened");
		Locator response = ada.response("Written by ben");
		ada.rate(response, 4);
		ada.reply(response, "Which part of the intro?");
		ada.window().isAccessible();
		ben.doesNotSee("waiting for you");
		this.clock.advance(Duration.ofHours(1));
		run(operator, "Release feedback");
		ben.sees("1 waiting for you");
		others.getFirst().openGroup();
		ben.follow("What you wrote").sees("Which part of the intro?").isAccessible().doesNotSee("@example.com");
	}

	/// Registers on the website, and opens the link of the verification mail.
	private Member registered(String name) {
		Window window = this.windows.open();
		window.open("/").isAccessible().follow("Register").seesHeading("Create an account").isAccessible();
		window.fill("Email address", name + "@example.com").fill("Password", Api.PASSWORD).press("Create account");
		window.seesAccountMenu().sees("verif").isAccessible();
		window.open(this.accounts.verificationLink(name + "@example.com")).isAccessible().press("Confirm my address");
		window.open("/").seesAccountMenu().doesNotSee("Send the link again");
		return new Member(name, window);
	}

	private Member signedIn(String name) {
		this.scenario.verifiedMember(name);
		return Member.signIn(name, this.windows.open());
	}

	private Window operator() {
		AdminApi.open(this.api, this.database);
		return Member.signIn("operator", this.windows.open()).window();
	}

	private void run(Window operator, String job) {
		operator.timeIs(this.clock.instant()).open("/admin/jobs").press("Run now: " + job);
		operator.isAccessible().fill("Reason", "as planned").press("Run now").sees(job + ": the run succeeded.");
	}

}
