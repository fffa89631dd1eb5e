package com.howsmytrack.notification;

import java.time.Duration;
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
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada and Cy asked for mails, Bo did not. Cy is trackless. The group is 20 hours and one second old.
@WholeApplication
class ReminderTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private SendGroupReminders reminders;

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
		this.ada = this.api.member("ada");
		this.bo = this.api.member("bo");
		this.cy = this.api.member("cy");
		FeedbackScenario.requestWithMail(this.ada, "ada", Genre.JAZZ);
		FeedbackScenario.create(this.bo, Map.of("mediaUrl", FeedbackScenario.track("bo"), "genre", "JAZZ"));
		FeedbackScenario.create(this.cy, Map.of("genre", "JAZZ", "emailWhenGrouped", true));
		this.scenario.assignGroups();
		this.database.update("DELETE FROM outgoing_mail");
		this.clock.advance(Duration.ofHours(20).plusSeconds(1));
	}

	private List<String> reminded() {
		return this.mailbox.deliver().stream().map(ReceivedMail::to).sorted().toList();
	}

	@Test
	void areSentToMembersWhoAskedForMailsAndHaveUnsubmittedForms() {
		JobRun run = this.scenario.sendReminders();

		assertThat(run.counts()).isEqualTo(Map.of("remindersQueued", 2L));
		assertThat(reminded()).containsExactly("ada@example.com", "cy@example.com");
	}

	@Test
	void areSentForGroupsOlderThanTwentyHours() {
		this.clock.advance(Duration.ofSeconds(-1));
		this.scenario.sendReminders();
		assertThat(reminded()).isEmpty();

		this.clock.advance(Duration.ofSeconds(1));
		this.scenario.sendReminders();
		assertThat(reminded()).hasSize(2);
	}

	@Test
	void areSentOnce() {
		this.scenario.sendReminders();
		this.scenario.sendReminders();
		this.clock.advance(Duration.ofDays(1));
		this.scenario.sendReminders();

		assertThat(reminded()).hasSize(2);
	}

	@Test
	void areSentOnceByConcurrentRuns() {
		List<Callable<Map<String, Long>>> runs = List.of(this.reminders::run, this.reminders::run, this.reminders::run);

		Races.onTable("outgoing_mail", runs);

		assertThat(reminded()).containsExactly("ada@example.com", "cy@example.com");
	}

	@Test
	void areNotSettledIfTheirMailsCannotBeQueued() {
		this.database.update("ALTER TABLE outgoing_mail ADD CONSTRAINT no_reminders CHECK (kind <> 'reminder')");
		try {
			assertThat(this.scenario.sendReminders().outcome()).isEqualTo(JobOutcome.FAILED);
		}
		finally {
			this.database.update("ALTER TABLE outgoing_mail DROP CONSTRAINT no_reminders");
		}
		this.scenario.sendReminders();

		assertThat(reminded()).hasSize(2);
	}

	@Test
	void areNotSentToMembersWhoSubmittedAllForms() {
		FeedbackScenario.submitAllForms(this.ada);
		this.scenario.sendReminders();

		assertThat(reminded()).containsExactly("cy@example.com");
	}

	@Test
	void areSettledForMembersWithoutUnsubmittedForms() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.cy);
		this.scenario.sendReminders();

		assertThat(this.database.count("group_reminder WHERE settled_at IS NULL")).isZero();
		assertThat(reminded()).isEmpty();
	}

	@Test
	void areNotSentToMembersWhoSwitchedThemOff() {
		this.ada.run("mutation { updateSendReminderEmails(sendReminderEmails: false) { success error } }");
		this.scenario.sendReminders();
		assertThat(reminded()).containsExactly("cy@example.com");

		this.ada.run("mutation { updateSendReminderEmails(sendReminderEmails: true) { success error } }");
		this.scenario.sendReminders();
		assertThat(reminded()).as("after switching them on again").contains("ada@example.com");
	}

	@Test
	void areNotSentToMembersWhoSwitchThemOffWhileTheyAreQueued() {
		this.scenario.sendReminders();
		this.ada.run("mutation { updateSendReminderEmails(sendReminderEmails: false) { success error } }");

		assertThat(reminded()).containsExactly("cy@example.com");
	}

	@Test
	void areNotQueuedForDisabledAccountsUntilTheyAreEnabled() {
		this.database.update("UPDATE account SET disabled_at = now() WHERE email = 'ada@example.com'");
		assertThat(this.scenario.sendReminders().counts()).isEqualTo(Map.of("remindersQueued", 1L));

		this.database.update("UPDATE account SET disabled_at = NULL");
		assertThat(this.scenario.sendReminders().counts()).isEqualTo(Map.of("remindersQueued", 1L));
	}

	@Test
	void areSentForEachRequestOfAMember() {
		this.scenario.sendReminders();
		FeedbackScenario.requestWithMail(this.ada, "ada2", Genre.JAZZ);
		this.scenario.group("di");
		this.clock.advance(Duration.ofHours(21));
		this.scenario.sendReminders();

		assertThat(reminded().stream().filter("ada@example.com"::equals)).as("two reminders, one new group").hasSize(3);
	}

	@Test
	void areOneMailForAllGroupsOfARun() {
		FeedbackScenario.requestWithMail(this.ada, "ada2", Genre.POP);
		Browser di = this.scenario.memberWithTrack("di", Genre.POP);
		this.scenario.assignGroups();
		this.database.update("DELETE FROM outgoing_mail");
		this.clock.advance(Duration.ofHours(21));
		List<Integer> groups = this.database.list(Integer.class, "SELECT id FROM feedback_group ORDER BY id");

		assertThat(this.scenario.sendReminders().counts()).isEqualTo(Map.of("remindersQueued", 2L));

		ReceivedMail mail = this.mailbox.mailTo("ada@example.com");
		assertThat(mail.text().lines()).containsSubsequence(
				"Feedback Group #%d - Jazz: http://localhost:8080/group/%d".formatted(groups.get(0), groups.get(0)),
				"Feedback Group #%d - Pop: http://localhost:8080/group/%d".formatted(groups.get(1), groups.get(1)));
		assertThat(mail.html()).contains("href=\"http://localhost:8080/group/" + groups.get(0) + "\"",
				"href=\"http://localhost:8080/group/" + groups.get(1) + "\"");
		assertThat(FeedbackScenario.openForms(di)).hasSize(1);
	}

	@Test
	void nameOnlyTheGroupsThatStillHaveFormsWhenTheyAreSent() {
		FeedbackScenario.requestWithMail(this.ada, "ada2", Genre.POP);
		this.scenario.group("di");
		this.database.update("DELETE FROM outgoing_mail");
		this.clock.advance(Duration.ofHours(21));
		this.scenario.sendReminders();
		this.scenario.submit(this.ada, "ada", "bo");

		assertThat(this.mailbox.mailTo("ada@example.com").text()).doesNotContain("#%d - ".formatted(group()))
			.contains("/group/")
			.contains("in your group is still waiting");
	}

	@Test
	void areSentOnceForARequestThatIsGroupedASecondTime() {
		this.scenario.sendReminders();
		addMemberWithTrack("ed");
		moveToPending(this.ada);
		Browser di = this.api.member("di");
		FeedbackScenario.create(di, Map.of("mediaUrl", FeedbackScenario.track("di"), "genre", "JAZZ"));
		this.scenario.assignGroups();
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL")).isZero();
		this.clock.advance(Duration.ofHours(21));
		JobRun run = this.scenario.sendReminders();

		assertThat(run.counts()).isEqualTo(Map.of("remindersQueued", 0L));
	}

	@Test
	void areSentForAPendingRequestThatAnOperatorMovesIntoAGroup() {
		Browser di = this.api.member("di");
		FeedbackScenario.requestWithMail(di, "di", Genre.JAZZ);
		move(FeedbackScenario.pendingId(di), ", groupId: \"%d\"".formatted(group()));
		this.scenario.sendReminders();

		assertThat(reminded()).containsExactly("ada@example.com", "cy@example.com", "di@example.com");
	}

	@Test
	void areSettledForAMemberWhoDeletedTheAccount() {
		AccountScenario.deleteAccount(this.ada, Api.PASSWORD).succeeded("deleteAccount");
		this.scenario.sendReminders();

		assertThat(this.database.count("group_reminder WHERE settled_at IS NULL")).isZero();
		assertThat(this.database.list(String.class, "SELECT recipient FROM outgoing_mail WHERE kind = 'reminder'"))
			.containsExactly("cy@example.com");
	}

	private int group() {
		return this.database.single(Integer.class, "SELECT min(id) FROM feedback_group");
	}

	/// Without a third track, the group would be too small for a move.
	private void addMemberWithTrack(String name) {
		this.scenario.memberWithTrack(name, Genre.JAZZ);
		this.database.update("UPDATE feedback_request SET feedback_group_id = ? WHERE feedback_group_id IS NULL",
				group());
	}

	private void moveToPending(Browser member) {
		move(FeedbackScenario.groups(member).number("feedbackGroups[0].feedbackRequest.id"), "");
	}

	private void move(int request, String group) {
		Browser operator = this.api.member("operator");
		this.database.update("UPDATE account SET operator = true WHERE email = 'operator@example.com'");
		operator
			.run("mutation { moveRequest(requestId: \"%d\"%s, reason: \"A test.\") { success error } }"
				.formatted(request, group))
			.succeeded("moveRequest");
	}

	@Test
	void containTheGroupAndPromiseNoFeedbackToTracklessMembers() {
		this.scenario.sendReminders();
		int group = group();
		String link = "http://localhost:8080/group/" + group;

		for (ReceivedMail mail : this.mailbox.deliver()) {
			boolean trackless = mail.to().equals("cy@example.com");
			assertThat(mail.subject()).isEqualTo("don't forget your feedback group!");
			assertThat(mail.text()).startsWith("Hi %s,\n".formatted(mail.to()));
			assertThat(mail.text().lines()).contains("Feedback Group #%d - Jazz: %s".formatted(group, link));
			assertThat(mail.html()).contains("href=\"" + link + "\"");
			assertThat(mail.text().contains("say about yours")).isNotEqualTo(trackless);
			assertThat(mail.html().contains("say about yours")).isNotEqualTo(trackless);
			assertThat(mail.text()).doesNotContain(trackless ? "ada@" : "cy@", "bo@");
		}
	}

	@Test
	void areSwitchedOffWithOneClick() {
		this.scenario.sendReminders();
		ReceivedMail mail = this.mailbox.mailTo("ada@example.com");
		String path = mail.header("List-Unsubscribe").replaceAll("^<http://localhost:8080|>$", "");

		assertThat(
				this.api.visitor().post(path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click").body())
			.contains("reminders");

		this.ada.run("{ userDetails { sendGroupEmails sendReminderEmails } }")
			.with("userDetails.sendGroupEmails", true)
			.with("userDetails.sendReminderEmails", false);
	}

	@Test
	void areNotSentToMembersWhoSubmitWhileTheyAreQueued() {
		this.scenario.sendReminders();
		FeedbackScenario.submitAllForms(this.ada);

		assertThat(reminded()).containsExactly("cy@example.com");
	}

	/// The old address may belong to another person by then.
	@Test
	void areSentToTheAddressAtTheTimeOfSending() {
		this.scenario.sendReminders();
		AccountScenario.updateEmail(this.ada, "ada@new.example.com").succeeded("updateEmail");

		assertThat(this.mailbox.deliver()
			.stream()
			.filter((mail) -> mail.subject().startsWith("don't forget"))
			.map(ReceivedMail::to)).containsExactlyInAnyOrder("ada@new.example.com", "cy@example.com");
		assertThat(this.database.list(String.class,
				"SELECT recipient FROM outgoing_mail WHERE kind = 'reminder' AND state = 'SENT'"))
			.containsExactlyInAnyOrder("ada@new.example.com", "cy@example.com");
	}

	@Test
	void areSentToMembersWhoSwitchThemOffAndOnAgain() {
		this.scenario.sendReminders();
		switchReminders(false);
		assertThat(reminded()).containsExactly("cy@example.com");
		switchReminders(true);

		this.scenario.sendReminders();
		assertThat(reminded()).containsExactly("ada@example.com", "cy@example.com");
		this.scenario.sendReminders();
		assertThat(reminded()).as("once").hasSize(2);
	}

	private void switchReminders(boolean wanted) {
		AccountScenario.updateSendReminderEmails(this.ada, wanted).succeeded("updateSendReminderEmails");
	}

}
