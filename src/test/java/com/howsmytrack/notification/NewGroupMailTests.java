package com.howsmytrack.notification;

import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class NewGroupMailTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	private Browser memberWithRequest(String name, boolean track, boolean mail) {
		Browser member = this.api.member(name);
		Map<String, Object> request = track
				? Map.of("mediaUrl", FeedbackScenario.track(name), "genre", "URBAN_RNB", "emailWhenGrouped", mail)
				: Map.of("genre", "URBAN_RNB", "emailWhenGrouped", mail);
		FeedbackScenario.create(member, request).succeeded("createFeedbackRequest");
		return member;
	}

	@Test
	void isSentToMembersWhoAskedForIt() {
		memberWithRequest("ada", true, true);
		memberWithRequest("bo", true, false);
		memberWithRequest("cy", true, true);
		this.scenario.assignGroups();

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to)
			.containsExactlyInAnyOrder("ada@example.com", "cy@example.com");
		assertThat(this.mailbox.deliver()).as("once").hasSize(2);
	}

	@Test
	void containsTheNameAndTheLinkOfTheGroup() {
		memberWithRequest("ada", true, true);
		memberWithRequest("bo", true, false);
		this.scenario.assignGroups();
		int group = this.database.single(Integer.class, "SELECT id FROM feedback_group");
		String name = "Feedback Group #%d - Urban/R&B".formatted(group);
		String link = "http://localhost:8080/group/" + group;

		ReceivedMail mail = this.mailbox.deliver().getFirst();

		assertThat(mail.subject()).isEqualTo("your new feedback group");
		assertThat(mail.header("From")).isEqualTo("how's my track? <noreply@howsmytrack.com>");
		assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
		assertThat(mail.header("List-ID")).isEqualTo("\"mails about new groups\" <new-group.howsmytrack.com>");
		assertThat(mail.text()).startsWith("Hi ada@example.com,\n")
			.contains("What the others say about your track")
			.doesNotContain("bo@example.com");
		assertThat(mail.text().lines()).contains(name + ": " + link);
		assertThat(mail.html()).contains("href=\"" + link + "\"", "Urban/R&amp;B")
			.contains("What the others say about your track")
			.doesNotContain("bo@example.com", "<img", "src=");
	}

	@Test
	void promisesNoFeedbackToTracklessMembers() {
		memberWithRequest("ada", true, false);
		memberWithRequest("bo", true, false);
		memberWithRequest("cy", false, true);
		this.scenario.assignGroups();

		ReceivedMail mail = this.mailbox.deliver().getFirst();

		assertThat(mail.to()).isEqualTo("cy@example.com");
		assertThat(mail.text()).contains("You joined without a track").doesNotContain("your track");
		assertThat(mail.html()).contains("You joined without a track").doesNotContain("your track");
	}

	@Test
	void escapesTheAddress() {
		this.database.update("UPDATE account SET email = ? WHERE email = ?", "o'b&b{x}@example.com", register("ada"));
		memberWithRequest("bo", true, false);
		this.scenario.assignGroups();

		ReceivedMail mail = this.mailbox.deliver().getFirst();

		assertThat(mail.text()).startsWith("Hi o'b&b{x}@example.com,");
		assertThat(mail.html()).contains("o&#39;b&amp;b{x}@example.com").doesNotContain("o'b&b");
	}

	private String register(String name) {
		memberWithRequest(name, true, true);
		return name + "@example.com";
	}

	@Test
	void staysQueuedWhileTheMailServerIsDown() {
		memberWithRequest("ada", true, true);
		memberWithRequest("bo", true, true);
		JobRun run = this.scenario.assignGroups();

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(this.mailbox.received()).as("the assignment run sends no mails").isEmpty();
		assertThat(this.database.count("outgoing_mail WHERE kind = 'new-group' AND state = 'QUEUED'")).isEqualTo(2);
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void isQueuedInTheTransactionThatFormsTheGroup() {
		memberWithRequest("ada", true, true);
		memberWithRequest("bo", true, true);
		this.database.update("ALTER TABLE outgoing_mail ADD CONSTRAINT no_new_group_mails CHECK (kind <> 'new-group')");
		try {
			assertThat(this.scenario.assignGroups().outcome()).isEqualTo(JobOutcome.FAILED);
		}
		finally {
			this.database.update("ALTER TABLE outgoing_mail DROP CONSTRAINT no_new_group_mails");
		}

		assertThat(this.database.count("feedback_group")).isZero();
		assertThat(this.scenario.assignGroups().outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(this.mailbox.deliver()).hasSize(2);
	}

	@Test
	void isSwitchedOffWithOneClickAndWithoutSigningIn() {
		Browser ada = memberWithRequest("ada", true, true);
		memberWithRequest("bo", true, true);
		this.scenario.assignGroups();
		ReceivedMail mail = this.mailbox.mailTo("ada@example.com");
		assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
		assertThat(mail.header("List-Unsubscribe")).startsWith("<http://localhost:8080/accounts/unsubscribe/");
		String path = mail.header("List-Unsubscribe").replaceAll("^<http://localhost:8080|>$", "");
		assertThat(mail.html()).contains("href=\"http://localhost:8080" + path + "\"");

		assertThat(this.api.visitor().get(path).statusCode()).isEqualTo(200);
		ada.run("{ userDetails { sendGroupEmails sendReminderEmails } }").with("userDetails.sendGroupEmails", true);
		assertThat(this.api.visitor()
			.post(path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
			.statusCode()).isEqualTo(200);

		ada.run("{ userDetails { sendGroupEmails sendReminderEmails } }")
			.with("userDetails.sendGroupEmails", false)
			.with("userDetails.sendReminderEmails", true);
		FeedbackScenario.create(ada, Map.of("mediaUrl", FeedbackScenario.track("ada2"), "emailWhenGrouped", true));
		memberWithRequest("di", true, true);
		this.scenario.assignGroups();
		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to)
			.containsExactlyInAnyOrder("ada@example.com", "bo@example.com", "di@example.com");
	}

	@Test
	void isNotSentIfTheMemberSwitchesItOffWhileItIsQueued() {
		Browser ada = memberWithRequest("ada", true, true);
		memberWithRequest("bo", true, true);
		this.scenario.assignGroups();

		ada.run("mutation { updateSendGroupEmails(sendGroupEmails: false) { success error } }")
			.succeeded("updateSendGroupEmails");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
	}

	@Test
	void rejectsUnknownUnsubscribeLinks() {
		for (String path : List.of("/accounts/unsubscribe/new-group/00000000-0000-0000-0000-000000000000",
				"/accounts/unsubscribe/new-group/x", "/accounts/unsubscribe/other/x")) {
			assertThat(this.api.visitor().get(path).body()).contains("This link does not work");
			assertThat(this.api.visitor().post(path, "application/x-www-form-urlencoded", "").body())
				.contains("This link does not work");
		}
	}

}
