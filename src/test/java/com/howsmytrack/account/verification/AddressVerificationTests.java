package com.howsmytrack.account.verification;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Verification is on, as by default; other tests switch it off.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.account.verify-addresses=true")
class AddressVerificationTests {

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private WebVisitor visitor;

	@BeforeEach
	void createAda() {
		this.ada = this.api.member("ada");
		this.visitor = new WebVisitor(this.api);
	}

	/// The paths of the links in the mails to an address, the oldest first.
	private List<String> links(String address) {
		return this.accounts.links(address, "confirm your email address");
	}

	private String link() {
		return links("ada@example.com").getLast();
	}

	private HttpResponse<String> confirm(String link) {
		return this.visitor.fillIn(link, Map.of());
	}

	private Answer requestMailAgain() {
		return AccountScenario.requestEmailVerification(this.ada);
	}

	private Answer changeAddress(String email) {
		return AccountScenario.updateEmail(this.ada, email);
	}

	private static Object isVerified(Browser member) {
		return member.run("{ userDetails { emailVerified } }").at("userDetails.emailVerified");
	}

	private static void assertLinkRejected(HttpResponse<String> page) {
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("This link does not work any more").doesNotContain("Confirm my address");
	}

	@Test
	void verifiesByTheLinkOfTheRegistrationMail() {
		String link = link();
		ReceivedMail mail = this.mailbox.received().getFirst();
		assertThat(mail.text()).startsWith("Hi ada@example.com,\n").contains("once, within 3 days");
		assertThat(mail.firstLink()).matches("http://localhost:8080/accounts/verify/[A-Za-z0-9_-]{43}/");
		assertThat(mail.html()).contains("href=\"" + mail.firstLink() + "\"");
		assertThat(isVerified(this.ada)).isEqualTo(false);

		assertThat(this.visitor.open(link).body()).contains("Is this your address?", "<form method=\"post\"");
		assertThat(isVerified(this.ada)).as("opened, but not confirmed").isEqualTo(false);
		HttpResponse<String> confirmed = confirm(link);

		assertThat(confirmed.statusCode()).isEqualTo(303);
		assertThat(WebVisitor.location(confirmed)).isEqualTo("/accounts/verify/done/");
		assertThat(this.visitor.open("/accounts/verify/done/").body()).contains("Your address is confirmed",
				"href=\"http://localhost:8080/\"");
		assertThat(isVerified(this.ada)).isEqualTo(true);
		assertLinkRejected(this.visitor.open(link));
	}

	@Test
	void isNeededForRequests() {
		this.ada.run("{ userDetails { verifiedAddressNeededFor } }")
			.with("userDetails.verifiedAddressNeededFor", "REQUESTS_AND_MAILS");

		this.ada.run("mutation { createFeedbackRequest(genre: \"JAZZ\") { success notice userErrors { code } } }")
			.with("createFeedbackRequest.userErrors[*].code", List.of("EMAIL_NOT_VERIFIED"))
			.with("createFeedbackRequest.notice", null);

		assertThat(this.visitor.open(link()).body()).contains("You can then ask for feedback");
		assertThat(this.mailbox.received().getFirst().text()).contains("you can ask for", "feedback, and we can tell");
	}

	@Test
	void delaysMailsAboutGroupsAndReminders() {
		Browser bo = this.api.member("bo");
		confirm(links("bo@example.com").getLast());
		confirm(link());
		FeedbackScenario.requestWithMail(this.ada, "ada", Genre.JAZZ);
		FeedbackScenario.requestWithMail(bo, "bo", Genre.JAZZ);
		changeAddress("ada@new.example.com").succeeded("updateEmail");

		this.scenario.assignGroups();
		assertThat(this.mailbox.recipientsOf("your new feedback group")).containsExactly("bo@example.com");

		this.clock.advance(Duration.ofHours(21));
		this.scenario.sendReminders();
		assertThat(this.mailbox.recipientsOf("don't forget your feedback group!")).containsExactly("bo@example.com");

		requestMailAgain().succeeded("requestEmailVerification");
		confirm(links("ada@new.example.com").getLast());
		this.scenario.sendReminders();
		assertThat(this.mailbox.recipientsOf("don't forget your feedback group!")).as("once it is verified")
			.containsExactlyInAnyOrder("bo@example.com", "ada@new.example.com");
	}

	@Test
	void doesNotDelayTheAssignment() {
		Browser bo = this.scenario.memberWithTrack("bo", Genre.JAZZ);
		confirm(link());
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("ada"), "genre", "JAZZ"))
			.succeeded("createFeedbackRequest");
		changeAddress("ada@new.example.com").succeeded("updateEmail");
		AccountScenario.updateEmail(bo, "bo@new.example.com").succeeded("updateEmail");

		this.scenario.assignGroups();

		assertThat(this.ada.run("{ feedbackGroups { id } }").<List<?>>at("feedbackGroups")).hasSize(1);
	}

	@Test
	void isRequestedAgainFiveTimesAnHour() {
		for (int time = 1; time <= 4; time++) {
			requestMailAgain().succeeded("requestEmailVerification");
		}
		requestMailAgain().hasUserError("requestEmailVerification", "TOO_MANY_ATTEMPTS",
				"Too many attempts. Try again in 12 minutes.", null);

		List<String> links = links("ada@example.com");
		assertThat(links).hasSize(5).doesNotHaveDuplicates();
		confirm(links.getFirst());
		assertThat(isVerified(this.ada)).as("the first one still works").isEqualTo(true);
		requestMailAgain().hasUserError("requestEmailVerification", "ALREADY_VERIFIED",
				"Your email address is confirmed already.", null);
	}

	@Test
	void isRejectedWhenSignedOut() {
		AccountScenario.requestEmailVerification(this.api.visitor())
			.hasUserError("requestEmailVerification", "NOT_LOGGED_IN", "Not logged in.", null);
		this.database.update("DELETE FROM account");
		requestMailAgain().hasUserError("requestEmailVerification", "NOT_LOGGED_IN", "Not logged in.", null);
	}

	@Test
	void startsAgainForAnotherAddress() {
		String old = link();
		confirm(old);

		changeAddress("ada@new.example.com").succeeded("updateEmail");

		assertThat(isVerified(this.ada)).isEqualTo(false);
		confirm(links("ada@new.example.com").getLast());
		assertThat(isVerified(this.ada)).isEqualTo(true);
	}

	/// The new address may belong to a stranger, who gets a limited number of mails.
	@Test
	void limitsMailsToOneAddress() {
		for (int time = 1; time <= 5; time++) {
			changeAddress("victim@example.com").succeeded("updateEmail");
			changeAddress("ada%d@example.com".formatted(time)).succeeded("updateEmail");
		}
		Browser bo = this.api.member("bo");
		AccountScenario.updateEmail(bo, "victim@example.com").succeeded("updateEmail");

		assertThat(this.mailbox.deliver()).filteredOn((mail) -> mail.to().equals("victim@example.com"))
			.extracting(ReceivedMail::subject)
			.hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void remainsForTheSameAddressInAnotherCase() {
		confirm(link());

		changeAddress("ADA@example.com").succeeded("updateEmail");

		assertThat(isVerified(this.ada)).isEqualTo(true);
		assertThat(links("ADA@example.com")).isEmpty();
	}

	/// Otherwise a member could verify the address of a stranger.
	@Test
	void rejectsALinkThatWasMailedToAnotherAddress() {
		String link = link();
		changeAddress("somebody.else@example.com").succeeded("updateEmail");

		assertLinkRejected(this.visitor.open(link));
		assertLinkRejected(this.visitor.post(link, Map.of("_csrf", this.visitor.csrfToken())));
		assertThat(isVerified(this.ada)).isEqualTo(false);
	}

	@Test
	void sendsNoMailToAnAddressThatWasChangedMeanwhile() {
		changeAddress("ada@new.example.com").succeeded("updateEmail");

		assertThat(links("ada@example.com")).isEmpty();
		assertThat(links("ada@new.example.com")).hasSize(1);
	}

	@Test
	void acceptsALinkForThreeDays() {
		String link = link();
		this.clock.advance(Duration.ofDays(3).minusSeconds(1));
		assertThat(this.visitor.open(link).body()).contains("<form");

		this.clock.advance(Duration.ofSeconds(1));
		assertLinkRejected(this.visitor.open(link));
		assertLinkRejected(this.visitor.post(link, Map.of("_csrf", this.visitor.csrfToken())));
		assertThat(this.database.count("account WHERE email_verified_at IS NOT NULL")).isZero();
	}

	@Test
	void isRequestedAgainOnThePageOfAnOldLink() {
		confirm(link());
		changeAddress("ada@new.example.com").succeeded("updateEmail");
		links("ada@new.example.com");
		String oldLink = links("ada@example.com").getLast();

		HttpResponse<String> answer = sendAgain(oldLink, "Cookie", "JWT=" + this.ada.token());

		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(WebVisitor.location(answer)).isEqualTo("/accounts/verify/sent/");
		assertThat(this.visitor.open("/accounts/verify/sent/").body()).contains("Check your inbox");
		assertThat(links("ada@new.example.com")).hasSize(2);
	}

	/// The answer must not tell whether somebody is signed in, or how an account is.
	@Test
	void answersTheSameOnThePageOfAnOldLinkIfNothingIsSent() {
		int before = this.mailbox.deliver().size();

		HttpResponse<String> signedOut = sendAgain("/accounts/verify/unknown/");
		confirm(link());
		HttpResponse<String> verified = sendAgain("/accounts/verify/unknown/", "Cookie", "JWT=" + this.ada.token());

		assertThat(WebVisitor.location(signedOut)).isEqualTo(WebVisitor.location(verified))
			.isEqualTo("/accounts/verify/sent/");
		assertThat(this.mailbox.deliver()).hasSize(before);
	}

	@Test
	void isNotRequestedByAFormOfAnotherSite() {
		HttpResponse<String> answer = this.visitor.post("/accounts/verify/unknown/", Map.of("again", "true"), "Cookie",
				"JWT=" + this.ada.token());

		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(links("ada@example.com")).hasSize(1);
	}

	private HttpResponse<String> sendAgain(String link, String... headers) {
		return this.visitor.fillIn(link, Map.of("again", "true"), headers);
	}

	@Test
	void acceptsALinkOnceIfManyUseItAtOnce() {
		String link = link();
		List<Callable<HttpResponse<String>>> confirmations = new ArrayList<>();
		for (int number = 0; number < 3; number++) {
			confirmations.add(new WebVisitor(this.api).readyToPost(link, Map.of()));
		}

		List<HttpResponse<String>> answers = Races.onTable("account", confirmations);

		assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 200, 200);
		assertThat(isVerified(this.ada)).isEqualTo(true);
	}

	@Test
	void rejectsAFormWithoutItsCsrfToken() {
		assertThat(this.visitor.post(link(), Map.of()).statusCode()).isEqualTo(403);
		assertThat(isVerified(this.ada)).isEqualTo(false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/verify", "/accounts/verify/", "/accounts/verify/x", "/accounts/verify/x/y/" })
	void showsAnErrorForABrokenLink(String path) {
		assertLinkRejected(this.visitor.open(path));
	}

	/// A password reset link does not verify an address, and the reverse.
	@Test
	void rejectsALinkOfAnotherPurpose() {
		String token = link().replaceAll("^/accounts/verify/|/$", "");

		assertThat(this.visitor.open("/accounts/reset/" + token + "/").body())
			.contains("This link does not work any more");
	}

	@Test
	void isDoneByAPasswordResetToo() {
		this.visitor.fillIn("/accounts/password_reset/", Map.of("email", "ada@example.com"));

		this.visitor.fillIn(this.accounts.resetLink("ada@example.com"),
				Map.of("password", AccountScenario.NEW_PASSWORD, "passwordRepeat", AccountScenario.NEW_PASSWORD));

		assertThat(this.database.single(Boolean.class, "SELECT email_verified_at IS NOT NULL FROM account")).isTrue();
	}

	@Test
	void isExported() {
		assertThat(this.ada.run("{ exportMyData }").<Boolean>at("exportMyData.account.emailVerified")).isFalse();
	}

}
