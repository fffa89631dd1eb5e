package com.howsmytrack.browser;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.Api;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Members without a verified address can ask for feedback, and get no mails about it.
@BrowserTest
@TestPropertySource(properties = "howsmytrack.account.addresses.verified-for-requests=false")
class UnverifiedMemberTests {

	@Autowired
	private Windows windows;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Api api;

	@Test
	void askForFeedbackAndAreToldThatNoMailWillCome() {
		Member ada = new Member("ada", this.windows.of(this.api.member("ada")));
		Window window = ada.window();
		window.open("/")
			.seesHeading("Ask for feedback on a track")
			.sees("no mails about your requests and groups come");
		window.open("/request").sees("No mail will come until you open the link").isAccessible();
		window.doesNotSee("A request needs a verified address");

		ada.askForFeedback("Is the kick too loud?");
		window.sees("No mail about this request will come until you confirm your email address").isAccessible();
		Pictures.take(window.page(), "home-unverified");

		window.open(this.accounts.verificationLink("ada@example.com"))
			.press("Confirm my address")
			.sees("Our mails reach you now.");
		window.open("/").sees("a mail tells you about your group").doesNotSee("No mail about this request");
	}

}
