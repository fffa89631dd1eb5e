package com.howsmytrack.account.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada deletes her account. She is in a group with Bo and Cy.
@WholeApplication
class AccountDeletionTests {

	private static final String PAYLOAD = "{ success error userErrors { code message argument } }";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	@BeforeEach
	void aGroup() {
		List<Browser> group = this.scenario.group("ada", "bo", "cy");
		this.ada = group.get(0);
		this.bo = group.get(1);
		this.cy = group.get(2);
	}

	private void deleteAda() {
		AccountScenario.deleteAccount(this.ada, Api.PASSWORD).succeeded("deleteAccount");
	}

	@Test
	void requiresThePassword() {
		AccountScenario.deleteAccount(this.ada, "wrong")
			.hasUserError("deleteAccount", "WRONG_PASSWORD", "That is not your present password.", null);
		AccountScenario.deleteAccount(this.ada, "half of a pair \ud83e")
			.hasUserError("deleteAccount", "WRONG_PASSWORD", "That is not your present password.", null);
		AccountScenario.deleteAccount(this.api.visitor(), Api.PASSWORD)
			.hasUserError("deleteAccount", "NOT_LOGGED_IN", "Not logged in.", null);

		assertThat(this.database.count("account")).isEqualTo(3);
	}

	@Test
	void deletesAllDataThatIdentifiesTheMember() {
		FeedbackScenario.create(this.ada,
				Map.of("mediaUrl", FeedbackScenario.track("ada-next"), "feedbackPrompt", "ada asks"));
		AccountScenario.updateEmail(this.ada, "ada@new.example.com");
		this.database.update("INSERT INTO member_rating (account_id, rating, calculated_at) SELECT id, 4, now() "
				+ "FROM account WHERE email = 'ada@new.example.com'");
		this.mailbox.deliver();
		deleteAda();
		this.mailbox.deliver();

		String everything = this.database.single(String.class, """
				SELECT string_agg(query_to_xml('SELECT * FROM ' || quote_ident(tablename), true, true, '')::text, '')
				FROM pg_tables WHERE schemaname = 'public'""");
		assertThat(everything).contains("bo@example.com").doesNotContain("ada");
		assertThat(this.database.count("member_rating")).isZero();
	}

	@Test
	void endsEverySession() {
		Browser phone = this.api.visitor().signIn("ada@example.com");
		Answer deletion = AccountScenario.deleteAccount(this.ada, Api.PASSWORD);

		assertThat(deletion.response().headers().firstValue("Set-Cookie").orElseThrow()).startsWith("JWT=;")
			.contains("Max-Age=0");
		assertThat(phone.isSignedIn()).isFalse();
		FeedbackScenario.create(phone, Map.of("mediaUrl", FeedbackScenario.track("ghost")))
			.with("createFeedbackRequest.error", "Not logged in.");
		assertThat(phone.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
	}

	/// Simulates another instance whose revocation this instance has not read.
	@ParameterizedTest
	@ValueSource(strings = { "createFeedbackRequest", "updateEmail(email: \"a@example.com\")",
			"updateSendReminderEmails(sendReminderEmails: false)", "updateSendGroupEmails(sendGroupEmails: true)",
			"changePassword(currentPassword: \"x\", password: \"x\", passwordRepeat: \"x\")",
			"deleteAccount(password: \"x\")" })
	void rejectsACookieWhoseRevocationIsNotReadYet(String mutation) {
		Browser di = this.api.member("di");
		this.database.update("DELETE FROM account WHERE email = 'di@example.com'");

		Answer answer = di.run("mutation { %s %s }".formatted(mutation, PAYLOAD));

		answer.hasUserError(mutation.replaceAll("[(].*", ""), "NOT_LOGGED_IN", "Not logged in.", null);
		di.run("{ userDetails { username } feedbackGroups { id } unassignedRequest { id } }")
			.hasNoErrors()
			.with("userDetails", null);
	}

	@Test
	void freesTheAddress() {
		String old = this.ada.token();
		deleteAda();
		Browser other = this.api.member("ada");

		assertThat(FeedbackScenario.groups(other).<List<?>>at("feedbackGroups")).isEmpty();
		assertThat(this.api.visitor().withToken(old).isSignedIn()).isFalse();
	}

	@Test
	void deletesThePendingRequest() {
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("ada-next")));
		deleteAda();

		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL")).isZero();
	}

	@Test
	void keepsSubmittedFeedbackForItsRecipients() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		FeedbackScenario.submitAllForms(this.cy);
		int onBosTrack = this.database.single(Integer.class, """
				SELECT response.id FROM feedback_response AS response
				JOIN account AS responder ON responder.id = responder_id AND responder.email = 'ada@example.com'
				JOIN account AS owner ON owner.id = owner_id AND owner.email = 'bo@example.com'""");
		FeedbackScenario.rate(this.bo, onBosTrack, 5);
		FeedbackScenario.reply(this.ada, onBosTrack, "And the vocals shine.", true)
			.succeeded("addFeedbackResponseReply");
		Answer before = FeedbackScenario.groups(this.bo);
		deleteAda();
		Answer after = FeedbackScenario.groups(this.bo);

		assertThat(after.<List<Object>>at("feedbackGroups[0].userFeedbackResponses")).hasSize(2)
			.as("a change of a received response would reveal its author")
			.isEqualTo(before.at("feedbackGroups[0].userFeedbackResponses"));
		assertThat(after.number("feedbackGroups[0].members")).isEqualTo(2);
		assertThat(after.number("feedbackGroups[0].userFeedbackResponseCount")).isEqualTo(2);
		FeedbackScenario.conversation(this.bo, onBosTrack)
			.with("replies.replies[*].text", List.of("And the vocals shine."))
			.with("replies.allowFurtherReplies", true);
		FeedbackScenario.reply(this.bo, onBosTrack, "Hello?", true).succeeded("addFeedbackResponseReply");
	}

	@Test
	void closesTheConversationsAboutTheTrack() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		int onAdasTrack = this.database.single(Integer.class, """
				SELECT response.id FROM feedback_response AS response
				JOIN account AS responder ON responder.id = responder_id AND responder.email = 'bo@example.com'
				JOIN account AS owner ON owner.id = owner_id AND owner.email = 'ada@example.com'""");
		deleteAda();

		FeedbackScenario.conversation(this.bo, onAdasTrack).with("replies.allowFurtherReplies", false);
		FeedbackScenario.reply(this.bo, onAdasTrack, "Hello?", true)
			.hasUserError("addFeedbackResponseReply", "CONVERSATION_CLOSED", "You cannot reply to this feedback.",
					"feedbackResponseId");
	}

	@Test
	void deletesTheFormsAboutTheTrack() {
		FeedbackScenario.submit(this.bo, formAbout(this.bo, "cy"), "Lovely.").succeeded("submitFeedbackResponse");
		FeedbackScenario.submitAllForms(this.cy);
		assertThat(FeedbackScenario.groups(this.bo).<Object>at("feedbackGroups[0].userFeedbackResponses")).isNull();
		deleteAda();

		assertThat(FeedbackScenario.groups(this.bo).<List<?>>at("feedbackGroups[0].userFeedbackResponses")).hasSize(1);
		assertThat(FeedbackScenario.openForms(this.bo)).isEmpty();
		assertThat(FeedbackScenario.notifications(this.bo)).isZero();
		assertThat(this.database.count("feedback_response WHERE submitted_at IS NULL")).isZero();
	}

	private static int formAbout(Browser member, String owner) {
		List<Integer> forms = FeedbackScenario.groups(member)
			.at("feedbackGroups[0].feedbackResponses[?(@.feedbackRequest.mediaUrl == '%s')].id"
				.formatted(FeedbackScenario.track(owner)));
		return forms.getFirst();
	}

	@Test
	void stopsRemindersAboutTheTrack() {
		this.scenario.requestMailsForAll();
		FeedbackScenario.submit(this.bo, formAbout(this.bo, "cy"), "Lovely.").succeeded("submitFeedbackResponse");
		deleteAda();
		this.clock.advance(Duration.ofHours(21));
		this.scenario.sendReminders();

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("cy@example.com");
	}

	@Test
	void hidesTheTrackAndThePrompt() {
		FeedbackScenario.submitAllForms(this.bo);
		deleteAda();

		List<String> tracks = FeedbackScenario.groups(this.bo)
			.at("feedbackGroups[0].feedbackResponses[*].feedbackRequest.mediaUrl");
		assertThat(tracks).containsExactlyInAnyOrder(null, FeedbackScenario.track("cy"));
		assertThat(FeedbackScenario.groups(this.bo)
			.<List<String>>at("feedbackGroups[0].feedbackResponses[*].feedbackRequest.mediaType"))
			.containsExactlyInAnyOrder(null, "SOUNDCLOUD");
		assertThat(FeedbackScenario.groups(this.cy).number("feedbackGroups[0].members")).isEqualTo(2);
	}

	@Test
	void doesNotPreventTheCalculationOfRatings() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		FeedbackScenario.received(this.bo).forEach((response) -> FeedbackScenario.rate(this.bo, response, 5));
		deleteAda();
		this.database.update("UPDATE feedback_response SET rating = 4");

		assertThat(this.scenario.calculateRatings().outcome()).isEqualTo(JobOutcome.SUCCEEDED);
	}

	@Test
	void deletesQueuedMails() {
		this.scenario.requestMailsForAll();
		this.clock.advance(Duration.ofHours(21));
		this.scenario.sendReminders();
		deleteAda();

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to)
			.containsExactlyInAnyOrder("bo@example.com", "cy@example.com");
	}

	@RepeatedTest(3)
	void leavesNoPendingRequestBehindConcurrentRequests() {
		Browser phone = this.api.visitor().signIn("ada@example.com");
		List<Callable<Answer>> contenders = new ArrayList<>();
		contenders.add(() -> AccountScenario.deleteAccount(this.ada, Api.PASSWORD));
		for (int number = 1; number <= 4; number++) {
			String track = FeedbackScenario.track("ada" + number);
			contenders.add(() -> FeedbackScenario.create(phone, Map.of("mediaUrl", track)));
		}

		List<Answer> answers = Races.onTable("account", contenders);

		answers.forEach(Answer::hasNoErrors);
		answers.getFirst().succeeded("deleteAccount");
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL")).isZero();
	}

	@RepeatedTest(3)
	void succeedsDuringAnAssignmentRun() {
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("ada-next"), "genre", "JAZZ"));
		FeedbackScenario.create(this.bo, Map.of("mediaUrl", FeedbackScenario.track("bo-next"), "genre", "JAZZ"));
		FeedbackScenario.create(this.cy, Map.of("mediaUrl", FeedbackScenario.track("cy-next"), "genre", "JAZZ"));
		List<Callable<Object>> contenders = List.of(() -> AccountScenario.deleteAccount(this.ada, Api.PASSWORD),
				this.scenario::assignGroups, () -> AccountScenario.deleteAccount(this.bo, Api.PASSWORD));

		List<Object> results = Races.onTable("feedback_request", contenders);

		((Answer) results.get(0)).succeeded("deleteAccount");
		assertThat(((JobRun) results.get(1)).outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		((Answer) results.get(2)).succeeded("deleteAccount");
		assertThat(this.database.count("account")).isEqualTo(1);
		assertThat(this.database.count("feedback_response WHERE submitted_at IS NULL")).isZero();
	}

}
