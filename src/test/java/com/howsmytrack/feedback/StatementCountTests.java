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

/// What pages and nights cost the database: the same, however much there is.
@WholeApplication
class StatementCountTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario loop;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	@BeforeEach
	void adaHasThreeGroups() {
		this.ada = this.loop.group("ada", "bo", "cy").getFirst();
		for (int night = 1; night <= 2; night++) {
			this.clock.pass(Duration.ofDays(1));
			FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("ada"), "genre", "JAZZ"));
			this.loop.group("di" + night, "ed" + night);
		}
		assertThat(FeedbackScenario.groups(this.ada).<Integer>at("feedbackGroups.length()")).isEqualTo(3);
	}

	@Test
	void theGroupsOfAMemberTakeOne() {
		assertThat(Statements.of(() -> FeedbackScenario.groups(this.ada))).hasSize(1);
	}

	@Test
	void theNamesOfGroupsTakeOneThatCountsNothing() {
		List<String> statements = Statements.of(() -> this.ada.run("{ feedbackGroups { id name } }").hasNoErrors());

		assertThat(statements).hasSize(1);
		assertThat(statements.getFirst()).doesNotContain("count(");
	}

	@Test
	void oneGroupTakesOne() {
		int group = FeedbackScenario.groups(this.ada).number("feedbackGroups[0].id");

		assertThat(Statements.of(() -> this.ada.run("""
				query($id: Int!) { feedbackGroup(feedbackGroupId: $id) {
					members feedbackResponses { id submitted } userFeedbackResponses { id }
				} }""", Map.of("id", group)).hasNoErrors())).hasSize(1);
	}

	@Test
	void aMembersDetailsTakeOne() {
		assertThat(
				Statements.of(() -> this.ada.run("{ userDetails { username rating notifications sendReminderEmails } }")
					.hasNoErrors()
					.with("userDetails.notifications", 6)))
			.hasSize(1);
	}

	@Test
	void submittingAndRatingTakeOneEach() {
		Browser owner = this.loop.group("fi", "gil").getFirst();
		FeedbackScenario.giveAll(owner);
		this.database.update("""
				UPDATE feedback_response SET feedback = 'Fine.', submitted_at = now()
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
		assertThat(Statements.of(() -> this.api.stranger().signIn("ada@example.com"))).hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void aConversationTakesOneToReadAndTwoToReplyTo() {
		List<Browser> two = this.loop.group("fi", "gil");
		two.forEach(FeedbackScenario::giveAll);
		int received = FeedbackScenario.received(two.getFirst()).getFirst();
		FeedbackScenario.rate(two.getFirst(), received, 4);

		assertThat(Statements.of(() -> FeedbackScenario.reply(two.getFirst(), received, "Louder, then?", true)
			.succeeded("addFeedbackResponseReply"))).hasSize(2);
		assertThat(Statements.of(() -> FeedbackScenario.conversation(two.getLast(), received))).hasSize(1);
	}

	@Test
	void repliesAreCountedOnlyForThoseWhoAskHowMany() {
		assertThat(Statements
			.of(() -> this.ada.run("{ feedbackGroups { feedbackResponses { id feedback } } }").hasNoErrors()))
			.hasSize(1)
			.noneMatch((statement) -> statement.contains("feedback_reply"));
		assertThat(Statements
			.of(() -> this.ada.run("{ feedbackGroups { userFeedbackResponses { unreadReplies } } }").hasNoErrors()))
			.hasSize(1)
			.anyMatch((statement) -> statement.contains("feedback_reply"));
	}

	/// One that decides, marks and queues; and around it the lock and the record of the
	/// run.
	@Test
	void remindersTakeTheSameForAFewAsForMany() {
		queue(1, 8);
		this.loop.askForMails();
		this.loop.night();
		this.clock.pass(Duration.ofHours(21));
		List<String> few = Statements.of(this.loop::remind);
		queue(9, 808);
		this.loop.askForMails();
		this.loop.night();
		this.clock.pass(Duration.ofHours(21));
		List<String> many = Statements.of(this.loop::remind);

		assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(1 + 6);
		assertThat(this.database.count("outgoing_mail WHERE kind = 'reminder'")).isEqualTo(808 + 9);
	}

	/// Once: reading, ids, and around it the lock (taken and freed), the record of the
	/// run
	/// and its time. For up to 500 groups: their names. For up to 12 groups: their
	/// members
	/// with all forms, and the letters.
	@Test
	void aNightTakesTwoForEveryDozenOfGroups() {
		queue(1, 48);
		List<String> dozen = Statements.of(this.loop::night);
		queue(49, 48 + 960);
		List<String> twentyDozen = Statements.of(this.loop::night);

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
