package com.howsmytrack.account.verification;

import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Members can create requests without a verified address, and get no mails about them.
@WholeApplication
@TestPropertySource(properties = { "howsmytrack.account.verify-addresses=true",
		"howsmytrack.account.addresses.verified-for-requests=false" })
class UnverifiedRequestTests {

	private static final String CREATE = "mutation { createFeedbackRequest(genre: \"JAZZ\") { success notice } }";

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Mailbox mailbox;

	private Browser ada;

	@BeforeEach
	void createAda() {
		this.ada = this.api.member("ada");
	}

	@Test
	void areKnownToClients() {
		this.ada.run("{ userDetails { emailVerified verifiedAddressNeededFor } }")
			.with("userDetails.emailVerified", false)
			.with("userDetails.verifiedAddressNeededFor", "MAILS");
	}

	@Test
	void sayThatNoMailWillCome() {
		this.ada.run(CREATE)
			.with("createFeedbackRequest.success", true)
			.with("createFeedbackRequest.notice",
					"No mail about this request will come until you confirm your email address: open the link in the "
							+ "mail that we sent you.");
	}

	@Test
	void sayNothingToMembersWithAVerifiedAddress() {
		this.scenario.verifiedMember("bo").run(CREATE).with("createFeedbackRequest.notice", null);
	}

	@Test
	void causeNoMailAboutTheGroup() {
		FeedbackScenario.requestWithMail(this.ada, "ada", Genre.JAZZ);
		FeedbackScenario.requestWithMail(this.scenario.verifiedMember("bo"), "bo", Genre.JAZZ);
		this.scenario.assignGroups();

		assertThat(this.mailbox.recipientsOf("your new feedback group")).containsExactly("bo@example.com");
	}

	@Test
	void areNotPromisedByTheVerificationMailAndItsPages() {
		WebVisitor visitor = new WebVisitor(this.api);
		String link = this.accounts.verificationLink("ada@example.com");
		ReceivedMail mail = this.mailbox.received().getFirst();
		assertThat(mail.text()).contains("Confirm it, and we can tell").doesNotContain("ask for feedback");
		assertThat(mail.html()).doesNotContain("ask for").contains("when your track has a group");

		assertThat(visitor.open(link).body()).contains("We then", "mail you when your track has a group")
			.doesNotContain("ask for feedback");
		assertThat(visitor.open(WebVisitor.location(visitor.fillIn(link, Map.of()))).body())
			.contains("Our mails reach you now.");
	}

}
