package com.howsmytrack.notification.notice;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.TransactionalJob;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada, Bo and Cy are a group. What they write is released at once; the notices are sent in batches nevertheless.
@WholeApplication
class SendNoticesTests {

	private static final String FEEDBACK = "your feedback can be read";

	private static final String MORE = "there is more feedback on your track";

	private static final String REPLY = "a reply is waiting for you";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	@Qualifier("sendNotices")
	private TransactionalJob job;

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
		List<Browser> members = this.scenario.group("ada", "bo", "cy");
		this.ada = members.get(0);
		this.bo = members.get(1);
		this.cy = members.get(2);
		pass(Duration.ofMinutes(10));
	}

	private void pass(Duration time) {
		this.clock.advance(time);
	}

	/// Two minutes after the next full hour.
	private void nextBatch() {
		pass(Duration.ofSeconds(3600 - this.clock.instant().getEpochSecond() % 3600).plusMinutes(2));
		assertThat(this.scenario.sendNotices().outcome()).isEqualTo(JobOutcome.SUCCEEDED);
	}

	private List<String> mailsTo(String name) {
		return this.mailbox.deliver()
			.stream()
			.filter((mail) -> mail.to().equals(name + "@example.com"))
			.map(ReceivedMail::subject)
			.toList();
	}

	private int rate(Browser owner, String responder, String name) {
		int response = this.scenario.response(responder, name);
		FeedbackScenario.rate(owner, response, 4).succeeded("rateFeedbackResponse");
		return response;
	}

	private static void reply(Browser member, int response) {
		FeedbackScenario.reply(member, response, "Which bass?", true).succeeded("addFeedbackResponseReply");
	}

	@Test
	void tellOfFeedbackOnlyWhenAllFormsAreSubmitted() {
		this.scenario.submit(this.bo, "bo", "ada");
		this.scenario.submit(this.ada, "ada", "bo");
		nextBatch();
		assertThat(mailsTo("ada")).isEmpty();

		this.scenario.submit(this.ada, "ada", "cy");
		nextBatch();
		assertThat(mailsTo("ada")).containsExactly(FEEDBACK);
	}

	@Test
	void belongToABatchAlsoIfTheJobRunsByHand() {
		FeedbackScenario.submitAllForms(this.ada);
		this.scenario.submit(this.bo, "bo", "ada");
		pass(Duration.ofMinutes(7));
		this.scenario.sendNotices();
		assertThat(FourPeople.notices(this.ada)).isEmpty();

		pass(Duration.ofMinutes(50));
		this.scenario.sendNotices();
		assertThat(FourPeople.notices(this.ada)).containsExactly("01T13:00 Your feedback can be read");
	}

	@Test
	void tellOfLaterFeedbackOnceInEachPeriod() {
		FeedbackScenario.submitAllForms(this.ada);
		this.scenario.submit(this.bo, "bo", "ada");
		nextBatch();
		this.scenario.submit(this.cy, "cy", "ada");
		nextBatch();
		assertThat(mailsTo("ada")).containsExactly(FEEDBACK);

		pass(Duration.ofHours(4));
		nextBatch();
		assertThat(mailsTo("ada")).containsExactly(FEEDBACK, MORE);
		assertThat(FourPeople.notices(this.ada)).last().isEqualTo("01T19:00 There is more feedback on your track");
	}

	@Test
	void tellOfARepliedConversationOnceInABatch() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		int response = rate(this.ada, "bo", "ada");
		reply(this.ada, response);
		reply(this.ada, response);
		nextBatch();
		assertThat(mailsTo("bo")).containsExactlyInAnyOrder(FEEDBACK, REPLY);

		reply(this.ada, response);
		this.scenario.sendNotices();
		assertThat(mailsTo("bo")).hasSize(2);
		nextBatch();
		assertThat(mailsTo("bo")).hasSize(3);
	}

	@Test
	void sayThatAConversationOpensAfterTheRating() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		reply(this.bo, this.scenario.response("bo", "ada"));
		nextBatch();

		List<String> texts = this.ada.run("{ notices { text } }").at("notices[*].text");
		assertThat(texts)
			.contains("There is a reply below feedback on your track. It opens when you have rated that feedback.");
	}

	@Test
	void areNotSentToAnOwnerWithOpenForms() {
		this.scenario.submit(this.bo, "bo", "ada");
		reply(this.bo, this.scenario.response("bo", "ada"));
		nextBatch();

		assertThat(mailsTo("ada")).isEmpty();
		assertThat(FourPeople.notices(this.ada)).isEmpty();
	}

	@Test
	void areSentOnceByConcurrentRuns() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		reply(this.ada, rate(this.ada, "bo", "ada"));
		pass(Duration.ofHours(1));
		Callable<Map<String, Long>> run = this.job::run;

		Races.onTable("feedback_response", Collections.nCopies(3, run));

		assertThat(mailsTo("ada")).containsExactly(FEEDBACK);
		assertThat(mailsTo("bo")).containsExactlyInAnyOrder(FEEDBACK, REPLY);
		assertThat(this.database.count("notice")).isEqualTo(4);
	}

	/// The run fails after it has stored the notices.
	@Test
	void areSentOnceAfterARunThatFailed() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		pass(Duration.ofHours(1));
		this.database.update(
				"ALTER TABLE outgoing_mail ADD CONSTRAINT no_notices CHECK (kind <> 'feedback-readable') NOT VALID");
		try {
			assertThat(this.scenario.sendNotices().outcome()).isEqualTo(JobOutcome.FAILED);
		}
		finally {
			this.database.update("ALTER TABLE outgoing_mail DROP CONSTRAINT no_notices");
		}
		assertThat(this.database.count("notice")).isZero();
		this.scenario.sendNotices();
		this.scenario.sendNotices();

		assertThat(mailsTo("ada")).containsExactly(FEEDBACK);
	}

	@Test
	void areNotMailedIfTheyAreNoLongerTrue() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		int response = rate(this.ada, "bo", "ada");
		reply(this.ada, response);
		nextBatch();
		rate(this.ada, "cy", "ada");
		List<Integer> replies = FeedbackScenario.conversation(this.bo, response).at("replies.replies[*].id");
		FeedbackScenario.markAsRead(this.bo, replies).succeeded("markRepliesAsRead");

		assertThat(mailsTo("ada")).isEmpty();
		assertThat(mailsTo("bo")).containsExactly(FEEDBACK);
	}

	@Test
	void areListedButNotMailedToMembersWhoSwitchedTheMailsOff() {
		this.ada.run("mutation { updateMailPreference(kind: \"feedback-readable\", enabled: false) { success error } }")
			.succeeded("updateMailPreference");
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		nextBatch();

		assertThat(mailsTo("ada")).isEmpty();
		assertThat(FourPeople.notices(this.ada)).hasSize(1);
	}

	@Test
	void areSwitchedOffWithOneClick() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		nextBatch();
		ReceivedMail mail = this.mailbox.deliver().getFirst();
		assertThat(mail.header("List-ID"))
			.isEqualTo("\"mails about feedback on your track\" <feedback-readable.howsmytrack.com>");
		assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
		assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
		String path = mail.header("List-Unsubscribe").replaceAll("^<http://localhost:8080|>$", "");

		this.api.visitor().post(path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");

		assertThat(this.database.count("mail_preference WHERE kind = 'feedback-readable' AND NOT enabled"))
			.isEqualTo(1);
	}

	/// The form about the track of a member who leaves is deleted, so it can be the last
	/// one.
	@Test
	void appearInTheNextBatchWhenAnotherMemberLeaves() {
		this.scenario.submit(this.bo, "bo", "ada");
		this.scenario.submit(this.ada, "ada", "bo");
		nextBatch();
		pass(Duration.ofMinutes(20));
		AccountScenario.deleteAccount(this.cy, Api.PASSWORD).succeeded("deleteAccount");
		assertThat(FourPeople.notices(this.ada)).isEmpty();

		nextBatch();
		assertThat(FourPeople.notices(this.ada)).containsExactly("01T14:00 Your feedback can be read");
	}

	@Test
	void areDeletedWithTheAccountOfTheirMember() {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		nextBatch();
		AccountScenario.deleteAccount(this.ada, Api.PASSWORD).succeeded("deleteAccount");

		assertThat(this.database.count("notice")).isEqualTo(2);
		assertThat(mailsTo("ada")).isEmpty();
	}

	@Test
	void followAMoveByAnOperator() {
		AdminApi admin = AdminApi.open(this.api, this.database);
		this.scenario.submit(this.bo, "bo", "ada");
		FeedbackScenario.submitAllForms(this.ada);
		Browser di = this.scenario.memberWithTrack("di", Genre.JAZZ);
		admin.moveRequest("di", admin.groupOf("ada")).succeeded("moveRequest");
		nextBatch();
		assertThat(mailsTo("ada")).as("owes a form about the new track").isEmpty();

		FeedbackScenario.submitAllForms(this.ada);
		nextBatch();
		assertThat(mailsTo("ada")).containsExactly(FEEDBACK);
		assertThat(FourPeople.notices(di)).isEmpty();
	}

}
