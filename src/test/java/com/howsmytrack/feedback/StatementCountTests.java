package com.howsmytrack.feedback;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The number of SQL statements of pages and jobs does not depend on the amount of data.
@WholeApplication
class StatementCountTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	@BeforeEach
	void adaHasThreeGroups() {
		this.ada = this.scenario.group("ada", "bo", "cy").getFirst();
		for (int run = 1; run <= 2; run++) {
			this.clock.advance(Duration.ofDays(1));
			FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("ada"), "genre", "JAZZ"));
			this.scenario.group("di" + run, "ed" + run);
		}
		assertThat(FeedbackScenario.groups(this.ada).<Integer>at("feedbackGroups.length()")).isEqualTo(3);
	}

	@Test
	void theGroupsOfAMemberTakeOneStatement() {
		assertThat(Statements.of(() -> FeedbackScenario.groups(this.ada))).hasSize(1);
	}

	@Test
	void theNamesOfGroupsTakeOneStatementWithoutCounts() {
		List<String> statements = Statements.of(() -> this.ada.run("{ feedbackGroups { id name } }").hasNoErrors());

		assertThat(statements).hasSize(1);
		assertThat(statements.getFirst()).doesNotContain("count(");
	}

	@Test
	void oneGroupTakesOneStatement() {
		int group = FeedbackScenario.groups(this.ada).number("feedbackGroups[0].id");

		assertThat(Statements.of(() -> this.ada.run("""
				query($id: Int!) { feedbackGroup(feedbackGroupId: $id) {
					members feedbackResponses { id submitted } userFeedbackResponses { id }
				} }""", Map.of("id", group)).hasNoErrors())).hasSize(1);
	}

	@Test
	void theTitlesOfAllTracksOfAPageTakeOneMoreStatementIfSelected() {
		String document = "{ feedbackGroups { feedbackRequest { track { url%1$s } } feedbackResponses { feedbackRequest { track { url%1$s } } } } }";

		assertThat(Statements.of(() -> this.ada.run(document.formatted(" source")).hasNoErrors())).hasSize(1);
		assertThat(Statements.of(() -> this.ada.run(document.formatted(" title artist")).hasNoErrors())).hasSize(2);
	}

	@Test
	void theReferencesOfAllRequestsOfAPageTakeOneMoreStatementIfSelected() {
		assertThat(Statements.of(() -> this.ada.run("""
				{ feedbackGroups { feedbackRequest { referenceReleases { name artists { name followed } } }
					feedbackResponses { feedbackRequest { referenceReleases { name url } } } } }""").hasNoErrors()))
			.hasSize(2);
	}

	@Test
	void theDetailsOfAMemberTakeOneStatement() {
		assertThat(
				Statements.of(() -> this.ada.run("{ userDetails { username rating notifications sendReminderEmails } }")
					.hasNoErrors()
					.with("userDetails.notifications", 6)))
			.hasSize(1);
	}

	@Test
	void submittingAndRatingTakeOneStatementEach() {
		Browser owner = this.scenario.group("fi", "gil").getFirst();
		FeedbackScenario.submitAllForms(owner);
		this.database.update("""
				UPDATE feedback_response SET feedback = 'Fine.', submitted_at = now(), released_at = now()
				WHERE submitted_at IS NULL AND owner_id = (SELECT id FROM account WHERE email = 'fi@example.com')""");
		int received = FeedbackScenario.received(owner).getFirst();
		int form = FeedbackScenario.openForms(this.ada).getFirst();

		assertThat(Statements
			.of(() -> FeedbackScenario.submit(this.ada, form, "Fine.").succeeded("submitFeedbackResponse"))).hasSize(1);
		assertThat(Statements.of(() -> FeedbackScenario.rate(owner, received, 3).succeeded("rateFeedbackResponse")))
			.hasSize(1);
	}

	@Test
	void signingInTakesThreeTheThrottleIncluded() {
		assertThat(Statements.of(() -> this.api.visitor().signIn("ada@example.com"))).hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void readingAConversationTakesOneStatementAndReplyingTwo() {
		List<Browser> two = this.scenario.group("fi", "gil");
		two.forEach(FeedbackScenario::submitAllForms);
		int received = FeedbackScenario.received(two.getFirst()).getFirst();
		FeedbackScenario.rate(two.getFirst(), received, 4);

		assertThat(Statements.of(() -> FeedbackScenario.reply(two.getFirst(), received, "Louder, then?", true)
			.succeeded("addFeedbackResponseReply"))).hasSize(2);
		assertThat(Statements.of(() -> FeedbackScenario.conversation(two.getLast(), received))).hasSize(1);
	}

	@Test
	void repliesAreCountedOnlyIfSelected() {
		assertThat(Statements
			.of(() -> this.ada.run("{ feedbackGroups { feedbackResponses { id feedback } } }").hasNoErrors()))
			.hasSize(1)
			.noneMatch((statement) -> statement.contains("feedback_reply"));
		assertThat(Statements
			.of(() -> this.ada.run("{ feedbackGroups { userFeedbackResponses { unreadReplies } } }").hasNoErrors()))
			.hasSize(1)
			.anyMatch((statement) -> statement.contains("feedback_reply"));
	}

	/// One statement finds, marks and queues the reminders. The others are for the lock
	/// and the record of the run.
	@Test
	void remindersTakeTheSameNumberOfStatementsForFewAndMany() {
		queue(1, 8);
		this.scenario.requestMailsForAll();
		this.scenario.assignGroups();
		this.clock.advance(Duration.ofHours(21));
		List<String> few = Statements.of(this.scenario::sendReminders);
		queue(9, 808);
		this.scenario.requestMailsForAll();
		this.scenario.assignGroups();
		this.clock.advance(Duration.ofHours(21));
		List<String> many = Statements.of(this.scenario::sendReminders);

		assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(1 + 6);
		assertThat(this.database.count("outgoing_mail WHERE kind = 'reminder'"))
			.as("the reminders of Ada's three groups are one mail")
			.isEqualTo(808 + 7);
	}

	/// Once for each run: reading the requests, reserving ids, acquiring and releasing
	/// the lock, inserting and updating the record of the run. For each 500 groups:
	/// inserting the groups. For each 12 groups: assigning the members with their forms,
	/// and queueing the mails.
	@Test
	void anAssignmentRunTakesTwoStatementsForTwelveGroups() {
		queue(1, 48);
		List<String> dozen = Statements.of(this.scenario::assignGroups);
		queue(49, 48 + 960);
		List<String> twentyDozen = Statements.of(this.scenario::assignGroups);

		assertThat(dozen).hasSizeLessThanOrEqualTo(2 + 6 + 1 + 2);
		assertThat(twentyDozen).hasSize(dozen.size() + 19 * 2);
		assertThat(this.database.single(Long.class,
				"SELECT count(*) FROM feedback_request WHERE feedback_group_id IS NULL"))
			.isZero();
	}

	private void queue(int first, int last) {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'queue' || i || '@example.com', '', now() FROM generate_series(?, ?) AS i""", first, last);
		this.database.update("""
				INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at)
				SELECT id, 'https://soundcloud.com/a/' || id, 'SOUNDCLOUD', 'POP', false, now() FROM account
				WHERE email LIKE 'queue%' AND NOT EXISTS
					(SELECT FROM feedback_request AS earlier WHERE earlier.account_id = account.id)""");
	}

}
