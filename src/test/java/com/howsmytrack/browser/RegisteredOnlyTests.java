package com.howsmytrack.browser;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The web client needs registered documents only. The tests' own requests send texts, so members do everything here.
@BrowserTest
@TestPropertySource(properties = { "howsmytrack.graphql.registered-documents-only=true",
		"howsmytrack.account.verify-addresses=false" })
class RegisteredOnlyTests {

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AdjustableClock clock;

	private Member registered(String name) {
		Window window = this.windows.open().open("/register");
		window.fill("Email address", name + "@example.com").fill("Password", Api.PASSWORD).press("Create account");
		window.seesAccountMenu();
		return new Member(name, window);
	}

	@Test
	void allowsTheWholeLoop() {
		List<Member> members = Stream.of("ada", "ben").map(this::registered).toList();
		members.forEach((member) -> member.askForFeedback("Is the kick too loud?"));
		this.scenario.assignGroups();
		members.forEach((member) -> {
			member.window().sees("1 waiting for you");
			member.openGroup();
			member.sendAllForms("The bass carries it.");
		});
		this.clock.advance(Duration.ofHours(1));
		this.scenario.releaseFeedback();

		Member ada = members.getFirst();
		ada.window().timeIs(this.clock.instant());
		ada.openGroup();
		ada.rate(ada.response("Written by ben"), 4);
		ada.window().open("/settings").seesHeading("Settings").press("Sign out").seesHeading("Honest ears");
	}

}
