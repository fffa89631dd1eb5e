package com.howsmytrack.feedback;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.ShortLinkResolved;
import com.howsmytrack.track.TrackFoundBroken;
import com.howsmytrack.track.TrackLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/// No operation of a member scans a whole table.
@WholeApplication
class QueryPlanTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private QueryPlans plans;

	@Autowired
	private Database database;

	@Autowired
	private MemberNotifications notifications;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionOperations transactions;

	private Browser ada;

	private Browser bo;

	/// With few rows, PostgreSQL would choose a sequential scan.
	@BeforeEach
	void insertManyRows() {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'member' || number || '@example.com', '', now() FROM generate_series(1, 1000) AS number""");
		this.database.update("""
				INSERT INTO feedback_group (name, created_at) SELECT 'Full', now() FROM generate_series(1, 250)""");
		this.database
			.update("""
					INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, feedback_group_id,
						created_at)
					SELECT account.id, 'https://soundcloud.com/a/' || account.id || pending, 'SOUNDCLOUD', 'POP', false,
						CASE WHEN NOT pending THEN (SELECT min(id) FROM feedback_group) + account.id % 250 END, now()
					FROM account CROSS JOIN (VALUES (true), (false)) AS kinds (pending)""");
		this.database
			.update("""
					INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id)
					SELECT row_number() OVER (), track.id, track.account_id, member.account_id FROM feedback_request AS track
					JOIN feedback_request AS member
						ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id""");
		this.database.update("""
				INSERT INTO feedback_reply (id, feedback_response_id, from_owner, text, allow_replies, created_at,
					released_at)
				SELECT id, id, true, 'Louder?', true, now(), now() FROM feedback_response""");
		this.database.update("INSERT INTO member_rating SELECT id, 3, now() FROM account");
		this.database.update("""
				INSERT INTO outgoing_mail (kind, account_id, recipient, created_at, due_at)
				SELECT 'new-group', id, email, now(), now() FROM account""");
		this.database.update("""
				UPDATE outgoing_mail SET state = 'SENT', finished_at = now()""");
		this.database
			.update("INSERT INTO audit_log (created_at, action, person_id) SELECT now(), 'TEST', id FROM account");
		this.database.update("""
				INSERT INTO artist (source, external_id, name, first_seen_at, last_seen_at, changed_at)
				SELECT 'SPOTIFY', id, 'Artist', now(), now(), now() FROM account""");
		this.database
			.update("""
					INSERT INTO followed_artist (account_id, artist_id, followed_at)
					SELECT account.id, artist.id, now() FROM account JOIN artist ON artist.external_id = account.id::text""");
		this.database
			.update("""
					INSERT INTO release (source, external_id, name, artist_credit, released_at, date_precision, url, genres,
						first_seen_at, last_seen_at, changed_at)
					SELECT 'SPOTIFY', external_id, 'Release', 'Artist', now(), 'DAY', 'https://open.spotify.com/album/' || id,
						'{}', now(), now(), now() FROM artist""");
		this.database.update("""
				INSERT INTO release_artist (release_id, artist_id, position)
				SELECT release.id, artist.id, 1 FROM release JOIN artist USING (source, external_id)""");
		this.database.update("""
				INSERT INTO reference_release (request_id, release_id, position)
				SELECT request.id, release.id, 1 FROM feedback_request AS request
				JOIN release ON release.external_id = request.account_id::text""");
		this.database.update("ANALYZE");
		adaIsInAGroup();
	}

	private void adaIsInAGroup() {
		List<Browser> members = List.of(this.api.member("ada"), this.api.member("bo"), this.api.member("cy"));
		members.forEach((member) -> FeedbackScenario.create(member,
				Map.of("mediaUrl", FeedbackScenario.track("t" + members.indexOf(member)), "genre", "ROCK_METAL_PUNK")));
		this.scenario.assignGroups();
		this.ada = members.getFirst();
		this.bo = members.get(1);
	}

	@Test
	void detectsASequentialScan() {
		assertThat(this.plans.fullScans(() -> this.database.count("feedback_response"))).isNotEmpty();
	}

	@Test
	void registeringAndSigningInUsesIndexes() {
		findsItsRows(() -> this.api.member("di"));
		findsItsRows(() -> this.api.visitor().signIn("ada@example.com"));
		findsItsRows(() -> this.api.canSignIn("ada@example.com", "not the password"));
	}

	@Test
	void readingUsesIndexes() {
		int group = FeedbackScenario.groups(this.ada).number("feedbackGroups[0].id");

		findsItsRows(() -> this.ada.run("{ userDetails { username rating notifications sendReminderEmails } }"));
		findsItsRows(() -> this.ada.run("{ userDetails { username } }"));
		findsItsRows(() -> FeedbackScenario.groups(this.ada));
		findsItsRows(() -> this.ada.run("{ feedbackGroups { id name } }"));
		findsItsRows(() -> this.ada.run("{ feedbackGroups { members tracklessMembers } }"));
		findsItsRows(() -> this.ada.run("""
				query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id
					feedbackResponses { id feedback replies } userFeedbackResponses { id feedback unreadReplies }
				} }""", Map.of("id", group)));
		findsItsRows(() -> FeedbackScenario.pending(this.ada));
		findsItsRows(() -> this.ada.run("{ exportMyData }"));
	}

	@Test
	void detectsAQueryThatIsPlannedForItsParameters() {
		assertThat(this.plans.withCustomPlans(() -> this.database.single(Long.class,
				"SELECT count(*) FROM account JOIN feedback_request ON account_id = account.id WHERE account.id = ANY (?)",
				(Object) new Long[] { 1L })))
			.isNotEmpty();
	}

	@Test
	void pagesKeepTheirPlans() {
		int group = FeedbackScenario.groups(this.ada).number("feedbackGroups[0].id");

		keepsItsPlan(() -> this.ada.run("{ userDetails { username rating notifications sendReminderEmails } }"));
		keepsItsPlan(() -> this.ada.run("{ userDetails { username } }"));
		keepsItsPlan(() -> FeedbackScenario.groups(this.ada));
		keepsItsPlan(() -> this.ada.run("{ feedbackGroups { id name } }"));
		keepsItsPlan(() -> this.ada.run("""
				query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id
					feedbackResponses { id feedback replies } userFeedbackResponses { id feedback unreadReplies }
				} }""", Map.of("id", group)));
	}

	@Test
	void creatingAndEditingRequestsUsesIndexes() {
		findsItsRows(() -> FeedbackScenario.create(this.ada,
				Map.of("mediaUrl", FeedbackScenario.track("new"), "genre", "JAZZ")));
		int pending = FeedbackScenario.pendingId(this.ada);
		findsItsRows(() -> FeedbackScenario.edit(this.ada, pending,
				Map.of("mediaUrl", FeedbackScenario.track("newer"), "genre", "JAZZ")));
		findsItsRows(() -> FeedbackScenario.delete(this.ada, pending));
	}

	@Test
	void submittingRatingAndReplyingUsesIndexes() {
		FeedbackScenario.submitAllForms(this.ada);
		findsItsRows(() -> FeedbackScenario.submit(this.bo, FeedbackScenario.openForms(this.bo).getFirst(),
				"The kick hides the bass."));
		findsItsRows(() -> FeedbackScenario.submit(this.ada, FeedbackScenario.openForms(this.bo).getFirst(),
				"Somebody else's form."));
		FeedbackScenario.submitAllForms(this.bo);
		int received = FeedbackScenario.received(this.bo).getFirst();
		findsItsRows(() -> FeedbackScenario.rate(this.bo, received, 4));
		findsItsRows(() -> FeedbackScenario.rate(this.bo, received, 4));
		findsItsRows(() -> FeedbackScenario.reply(this.bo, received, "Which kick?", true));
		findsItsRows(() -> FeedbackScenario.conversation(this.bo, received));
		findsItsRows(() -> FeedbackScenario.markAsRead(this.bo, List.of(1, 2)));
	}

	@Test
	void theNotificationsOfAMemberUseIndexes() {
		AccountId member = new AccountId(1);

		findsItsRows(() -> this.notifications.of(member));
		keepsItsPlan(() -> this.notifications.of(member));
	}

	@Test
	void releasingUsesIndexes() {
		FeedbackScenario.submitAllForms(this.ada);
		this.database.update("UPDATE feedback_response SET released_at = NULL");
		this.database.update("""
				INSERT INTO feedback_reply (id, feedback_response_id, from_owner, text, allow_replies, created_at,
					released_at)
				SELECT 10000 + row_number() OVER (), id, true, 'Fine.', true, now(), now() FROM feedback_response""");
		this.database.update("ANALYZE feedback_response, feedback_reply");

		findsItsRows(this.scenario::releaseFeedback);
	}

	/// It scans the pending requests, and no other table.
	@Test
	void groupingUsesIndexes() {
		List.of(this.ada, this.bo)
			.forEach((member) -> FeedbackScenario.create(member,
					Map.of("mediaUrl", FeedbackScenario.track("new"), "genre", "JAZZ")));

		assertThat(this.plans.fullScans(this.scenario::assignGroups)).isNotEmpty()
			.allSatisfy((reading) -> assertThat(reading).contains("FOR NO KEY UPDATE OF request"));
	}

	@Test
	void operatorsListsUseIndexes() {
		AdminApi operator = AdminApi.open(this.api, this.database);
		List<String> lists = List.of("people", "people(emailStartsWith: \"a\")", "people(operator: true)",
				"people(disabled: true)", "allGroups", "allGroups(personId: \"2\")", "allRequests",
				"allRequests(personId: \"2\")", "allRequests(groupId: \"1\")", "allRequests(pending: true)",
				"allRequests(mediaUrl: \"x\")", "allResponses", "allResponses(writerId: \"2\")",
				"allResponses(ownerId: \"2\")", "allResponses(groupId: \"1\")", "allResponses(requestId: \"1\")",
				"allReplies", "allReplies(writerId: \"2\")", "allReplies(responseId: \"1\")",
				"allReplies(groupId: \"1\")", "allGroups(name: \"#12 - Jazz\")", "allRequests(text: \"kick\")",
				"allResponses(text: \"kick\")", "allReplies(text: \"kick\")", "outgoingMails",
				"outgoingMails(state: GIVEN_UP)", "outgoingMails(recipient: \"x\")", "outgoingMails(personId: \"2\")",
				"jobRuns", "jobRuns(job: ASSIGN_GROUPS)", "auditLog", "auditLog(operatorId: \"1\")",
				"auditLog(personId: \"2\")", "auditLog(subject: REQUEST, subjectId: \"1\")");

		assertThat(lists).allSatisfy((list) -> findsItsRows(
				() -> operator.run("{ %s { edges { node { __typename id } } } }".formatted(list)).hasNoErrors()));
	}

	@Test
	void theResultOfALookUpUsesIndexes() {
		TrackLink track = TrackLink.parse("https://soundcloud.com/artist/track").orElseThrow();

		findsItsRows(() -> publish(new ShortLinkResolved("https://on.soundcloud.com/AbC123", track)));
		findsItsRows(() -> publish(new TrackFoundBroken(track.key(), track.url())));
	}

	private @Nullable Void publish(Object event) {
		return this.transactions.execute((_) -> {
			this.events.publishEvent(event);
			return null;
		});
	}

	@Test
	void theAuditLogOfAGroupUsesIndexes() {
		AdminApi operator = AdminApi.open(this.api, this.database);

		findsItsRows(() -> operator.run("""
				{ groupDetails(id: "1") { replies { edges { node { id } } } auditLog { edges { node { id } } } } }""")
			.hasNoErrors());
	}

	@Test
	void deletingAnAccountUsesIndexes() {
		findsItsRows(() -> this.ada.run("mutation { signOutEverywhere { success } }"));
		findsItsRows(
				() -> this.bo.run("mutation($password: String!) { deleteAccount(password: $password) { success } }",
						Map.of("password", Api.PASSWORD)));
	}

	private void keepsItsPlan(Supplier<?> operation) {
		assertThat(this.plans.withCustomPlans(operation)).isEmpty();
	}

	private void findsItsRows(Supplier<?> operation) {
		assertThat(this.plans.fullScans(operation)).isEmpty();
	}

}
