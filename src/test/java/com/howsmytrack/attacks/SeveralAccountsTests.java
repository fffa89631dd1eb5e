package com.howsmytrack.attacks;

import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// One person registers several accounts with addresses of which the person reads no mails, so that these accounts rate each
/// other.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.account.verify-addresses=true")
class SeveralAccountsTests {

	private static final String NOT_VERIFIED = "Please confirm your email address before you request feedback: open the link "
			+ "in the mail that we sent you. If you cannot find that mail, reset your password; that confirms your address, too.";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	private static Answer request(Browser member, String track) {
		return FeedbackScenario.create(member, Map.of("mediaUrl", FeedbackScenario.track(track), "genre", "JAZZ"));
	}

	private static void assertRefused(Answer answer) {
		answer.hasUserError("createFeedbackRequest", "EMAIL_NOT_VERIFIED", NOT_VERIFIED, null)
			.with("createFeedbackRequest.invalidMediaUrl", false);
	}

	@Test
	void doNotRateEachOtherWithoutVerifiedAddresses() {
		List<Browser> accounts = List.of(this.api.member("mallory1"), this.api.member("mallory2"));

		for (int run = 1; run <= 3; run++) {
			for (Browser account : accounts) {
				request(account, "mallory%d-%d".formatted(accounts.indexOf(account), run));
			}
			this.scenario.assignGroups();
			accounts.forEach(FeedbackScenario::submitAllForms);
			for (Browser account : accounts) {
				FeedbackScenario.received(account).forEach((response) -> FeedbackScenario.rate(account, response, 5));
			}
			this.scenario.calculateRatings();
		}

		assertThat(this.database.list(Double.class, "SELECT rating FROM member_rating")).isEmpty();
		assertThat(this.database.count("feedback_group")).isZero();
		assertThat(this.database.count("feedback_request")).isZero();
	}

	@Test
	void createNoRequestWithoutAVerifiedAddress() {
		Browser mallory = this.api.member("mallory");

		assertRefused(request(mallory, "mallory"));
		assertRefused(FeedbackScenario.create(mallory, Map.of()));
		FeedbackScenario.create(mallory, Map.of("mediaUrl", "https://example.com/track"))
			.with("createFeedbackRequest.userErrors[0].code", "INVALID_MEDIA_URL")
			.with("createFeedbackRequest.invalidMediaUrl", true);

		assertThat(this.database.count("feedback_request")).isZero();
	}

	@Test
	void needANewVerificationAfterAChangeOfAddress() {
		Browser mallory = this.scenario.memberWithTrack("mallory", Genre.JAZZ);
		AccountScenario.updateEmail(mallory, "mallory@new.example.com").succeeded("updateEmail");
		int pending = FeedbackScenario.pendingId(mallory);

		FeedbackScenario.edit(mallory, pending, Map.of("mediaUrl", FeedbackScenario.track("mallory-2")))
			.succeeded("editFeedbackRequest");
		FeedbackScenario.delete(mallory, pending).succeeded("deleteFeedbackRequest");
		assertRefused(request(mallory, "mallory-3"));
	}

	@Test
	void createARequestOnceTheMailedLinkIsOpened() {
		Browser ada = this.api.member("ada");
		assertRefused(request(ada, "ada"));

		new WebVisitor(this.api).fillIn(lastLink(), Map.of());

		request(ada, "ada").succeeded("createFeedbackRequest");
	}

	/// The message of the error promises this.
	@Test
	void areVerifiedByAPasswordReset() {
		this.api.member("ada");
		this.accounts.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");

		new WebVisitor(this.api).fillIn(this.accounts.resetLink("ada@example.com"),
				Map.of("password", Api.PASSWORD, "passwordRepeat", Api.PASSWORD));

		request(this.api.visitor().signIn("ada@example.com"), "ada").succeeded("createFeedbackRequest");
	}

	private String lastLink() {
		List<ReceivedMail> mails = this.mailbox.deliver();
		return WebVisitor.path(mails.getLast().firstLink());
	}

	@Test
	void createNoRequestOnceTheAccountIsDeleted() {
		Browser mallory = this.api.member("mallory");
		this.database.update("DELETE FROM account");

		request(mallory, "mallory").hasUserError("createFeedbackRequest", "NOT_LOGGED_IN", "Not logged in.", null);
	}

}
