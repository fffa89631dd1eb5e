package com.howsmytrack.account.deletion;

import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class ExportTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Mailbox mailbox;

	private Browser ada;

	private Browser bo;

	@BeforeEach
	void aGroup() {
		List<Browser> group = this.scenario.group("ada", "bo");
		this.ada = group.get(0);
		this.bo = group.get(1);
	}

	private static Answer export(Browser member) {
		return member.run("{ exportMyData }").hasNoErrors();
	}

	@Test
	void hasTheAccountAndTheMailsSentToIt() {
		for (String name : List.of("ada", "bo")) {
			FeedbackScenario.create(name.equals("ada") ? this.ada : this.bo,
					Map.of("mediaUrl", FeedbackScenario.track(name + "-next"), "emailWhenGrouped", true));
		}
		this.scenario.assignGroups();
		this.mailbox.deliver();

		export(this.ada).with("exportMyData.exportedAt", "2026-03-01T12:00:00Z")
			.with("exportMyData.account.emailAddress", "ada@example.com")
			.with("exportMyData.account.registeredAt", "2026-03-01T12:00:00Z")
			.with("exportMyData.account.sendReminderEmails", true)
			.with("exportMyData.account.sendGroupEmails", true)
			.with("exportMyData.account.mails[*].kind", List.of("new-group"))
			.with("exportMyData.account.mails[*].state", List.of("SENT"));
	}

	@Test
	void hasTheMailThatWasRequestedWithoutASession() {
		this.accounts.requestPasswordReset("ADA@example.com").succeeded("requestPasswordReset");
		this.mailbox.deliver();

		export(this.ada).with("exportMyData.account.mails[*].kind", List.of("password-reset"))
			.with("exportMyData.account.mailedLinks[*].purpose", List.of("NEW_PASSWORD"))
			.with("exportMyData.account.mailedLinks[*].address", List.of("ada@example.com"));
	}

	@Test
	void hasTheMailsThatAreNotSentYet() {
		this.accounts.requestPasswordReset("ADA@example.com").succeeded("requestPasswordReset");
		AccountScenario.updateEmail(this.ada, "ada@new.example.com").succeeded("updateEmail");

		export(this.ada)
			.with("exportMyData.account.mails[*].kind", List.of("password-reset", "email-changed", "email-changed"))
			.with("exportMyData.account.mails[*].to",
					List.of("ADA@example.com", "ada@new.example.com", "ada@example.com"))
			.with("exportMyData.account.mails[*].state", List.of("QUEUED", "QUEUED", "QUEUED"))
			.with("exportMyData.account.mails[0].createdAt", "2026-03-01T12:00:00Z")
			.with("exportMyData.account.mails[0].finishedAt", null);
		assertThat(export(this.bo).response().body()).doesNotContain("ada@", "ADA@");
	}

	@Test
	void hasTheRevokedSessions() {
		this.api.visitor().signIn("ada@example.com").get("/logout/");

		export(this.ada).with("exportMyData.account.revokedSessions[*].allSessions", List.of(false))
			.with("exportMyData.account.revokedSessions[*].revokedAt", List.of("2026-03-01T12:00:00Z"));
	}

	/// Without the operator and the changed object.
	@Test
	void hasTheActionsOfOperatorsThatConcernTheMember() {
		AdminApi operator = AdminApi.open(this.api, this.database);
		operator.mutate("grantOperator", "email: \"ada@example.com\"").succeeded("grantOperator");
		operator.mutate("revokeOperator", "email: \"ada@example.com\"").succeeded("revokeOperator");
		operator.mutate("grantOperator", "email: \"bo@example.com\"").succeeded("grantOperator");

		Answer export = export(this.ada);

		export.with("exportMyData.operatorActions", List.of(
				Map.of("action", "GRANT_OPERATOR", "at", "2026-03-01T12:00:00Z", "reason", "Somebody wrote to us."),
				Map.of("action", "REVOKE_OPERATOR", "at", "2026-03-01T12:00:00Z", "reason", "Somebody wrote to us.")));
		assertThat(export.response().body()).doesNotContain("operator@example.com");
	}

	@Test
	void hasTheFormsOwed() {
		export(this.ada).with("exportMyData.feedback.formsOwed[*].aboutTrack", List.of(FeedbackScenario.track("bo")))
			.with("exportMyData.feedback.formsOwed[*].group",
					FeedbackScenario.groups(this.ada).at("feedbackGroups[*].name"))
			.with("exportMyData.feedback.formsOwed[*].genre", List.of("JAZZ"));

		FeedbackScenario.submitAllForms(this.ada);

		export(this.ada).with("exportMyData.feedback.formsOwed", List.of());
		export(this.bo).with("exportMyData.feedback.formsOwed[*].aboutTrack", List.of(FeedbackScenario.track("ada")));
	}

	@Test
	void hasRequestsFeedbackAndConversations() {
		List.of(this.ada, this.bo).forEach(FeedbackScenario::submitAllForms);
		int received = FeedbackScenario.received(this.ada).getFirst();
		FeedbackScenario.rate(this.ada, received, 4);
		FeedbackScenario.reply(this.ada, received, "Which bass?", true);
		FeedbackScenario.reply(this.bo, received, "The low one.", true);

		export(this.ada).with("exportMyData.feedback.requests[*].mediaUrl", List.of(FeedbackScenario.track("ada")))
			.with("exportMyData.feedback.feedbackWritten[*].feedback", List.of("The kick hides the bass."))
			.with("exportMyData.feedback.feedbackReceived[*].rating", List.of(4))
			.with("exportMyData.feedback.feedbackReceived[0].conversation[*].by", List.of("You", "Them"))
			.with("exportMyData.feedback.feedbackReceived[0].conversation[*].text",
					List.of("Which bass?", "The low one."));
		export(this.bo).with("exportMyData.feedback.feedbackWritten[0].conversation[*].by", List.of("Them", "You"));
	}

	@Test
	void hidesReceivedFeedbackUntilAllFormsAreSubmitted() {
		FeedbackScenario.submitAllForms(this.bo);

		export(this.ada).with("exportMyData.feedback.feedbackReceived", List.of());
	}

	@Test
	void hidesAConversationUntilTheResponseIsRated() {
		List.of(this.ada, this.bo).forEach(FeedbackScenario::submitAllForms);
		int received = FeedbackScenario.received(this.ada).getFirst();
		FeedbackScenario.reply(this.bo, received, "One more thing.", true).succeeded("addFeedbackResponseReply");

		assertThat(export(this.ada).response().body()).doesNotContain("One more thing.");
	}

	@Test
	void hasNoDataOfOthers() {
		List.of(this.ada, this.bo).forEach(FeedbackScenario::submitAllForms);
		int received = FeedbackScenario.received(this.ada).getFirst();
		FeedbackScenario.rate(this.ada, received, 2);

		assertThat(export(this.bo).response().body()).doesNotContain("ada@example.com").doesNotContain("\"rating\":2");
		assertThat(export(this.bo).<Map<String, Object>>at("exportMyData.feedback.feedbackWritten[0]"))
			.doesNotContainKey("rating");
	}

}
