package com.howsmytrack.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.howsmytrack.djangoimport.LegacyDatabaseFixture;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/// A member tries to find out from ids which responses were created together, and in which order. A test with random ids can
/// fail by chance; each assertion states the probability.
@WholeApplication
class ResponseIdTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	/// 21 members are moved into groups of three. Each of the other 63 members guesses
	/// that the newest of three received responses is by the new member.
	@Test
	void doNotShowTheResponsesOfAMovedMember() {
		AdminApi admin = AdminApi.open(this.api, this.database);
		insertRequests("member", 63);
		this.scenario.assignGroups();
		insertRequests("newcomer", 21);
		List<Long> groups = this.database.list(Long.class, "SELECT id FROM feedback_group ORDER BY id");
		assertThat(groups).hasSize(21).allSatisfy((group) -> moveANewcomerTo(group, admin));

		assertThat(this.database.count("feedback_response")).isEqualTo(21 * 12);
		for (String order : List.of("ASC", "DESC")) {
			assertThat(this.database.single(Integer.class, """
					SELECT count(*) FROM (
						SELECT responder.email, owner.email AS owner_email,
							row_number() OVER (PARTITION BY feedback_request_id ORDER BY response.id %s) AS position
						FROM feedback_response AS response
						JOIN account AS owner ON owner.id = owner_id
						JOIN account AS responder ON responder.id = responder_id) AS received
					WHERE position = 1 AND email LIKE 'newcomer%%' AND owner_email LIKE 'member%%'""".formatted(order)))
				.as("correct guesses of 63; 46 or more have the probability 2e-10")
				.isLessThan(46);
		}
	}

	/// Moves the pending request that has the genre of the group.
	private void moveANewcomerTo(long group, AdminApi admin) {
		long request = this.database.single(Long.class, """
				SELECT min(id) FROM feedback_request WHERE feedback_group_id IS NULL
					AND genre = (SELECT min(genre) FROM feedback_request WHERE feedback_group_id = ?)""", group);
		admin.mutate("moveRequest", "requestId: \"%d\", groupId: \"%d\"".formatted(request, group))
			.succeeded("moveRequest");
	}

	/// Pending requests of new members, equally many for each genre.
	private void insertRequests(String name, int number) {
		this.database.update("""
				INSERT INTO account (email, email_verified_at, password_hash, created_at)
				SELECT ? || i || '@example.com', now(), '', now() FROM generate_series(1, ?) AS i""", name, number);
		this.database.update("""
				INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at)
				SELECT id, 'https://soundcloud.com/a/' || id, 'SOUNDCLOUD', (ARRAY['ELECTRONIC', 'HIPHOP', 'JAZZ',
					'URBAN_RNB', 'POP', 'ROCK_METAL_PUNK', 'NO_GENRE'])[1 + id % 7], false, now()
				FROM account WHERE email LIKE ? || '%'""", name);
	}

	@Test
	void doNotFollowTheOrderInWhichAnAssignmentRunCreatesForms() {
		insertRequests("member", 140);
		this.scenario.assignGroups();

		List<Integer> ids = this.database.list(Integer.class, "SELECT id FROM feedback_response ORDER BY ctid");

		assertThat(ids).hasSizeGreaterThan(400);
		assertHasRandomOrder(ids);
	}

	/// With ids from a sequence, a member who knows one id guesses the ids of all other
	/// forms of the assignment run.
	@Test
	void areNotCloseToIdsOfFormsOfTheSameAssignmentRun() {
		insertRequests("member", 140);
		this.scenario.assignGroups();

		assertThat(this.database.single(Integer.class, """
				SELECT count(*) FROM feedback_response AS known
				JOIN feedback_response AS near ON near.id > known.id AND near.id - known.id <= 1000"""))
			.as("pairs; with 420 random ids, 10 or more have the probability 1e-18")
			.isLessThan(10);
	}

	/// The old service created the forms of a group in the order of its members. The
	/// first member of each of 30 groups guesses that the k-th received response is by
	/// the member about whom the own k-th form is.
	@Test
	void doNotKeepTheOrderOfMembersInAnImport(@Autowired @Qualifier("importDjango") Command importDjango)
			throws CommandFailedException {
		LegacyDatabaseFixture legacy = LegacyDatabaseFixture.empty();
		int form = 0;
		for (int group = 1; group <= 30; group++) {
			int[] members = IntStream.rangeClosed(4 * group - 3, 4 * group).toArray();
			legacy.group(group, members);
			for (int track : members) {
				for (int responder : members) {
					if (responder != track) {
						legacy.response(++form, track, responder, "Fine.");
					}
				}
			}
		}

		importDjango.run(List.of(legacy.url()));

		assertThat(this.database.count("feedback_response")).isEqualTo(360);
		assertThat(this.database.single(Integer.class, """
				SELECT count(*) FROM (
					SELECT responder_id AS member, owner_id AS other,
						row_number() OVER (PARTITION BY responder_id ORDER BY id) AS position
					FROM feedback_response) AS given
				JOIN (
					SELECT owner_id AS member, responder_id AS other,
						row_number() OVER (PARTITION BY owner_id ORDER BY id) AS position
					FROM feedback_response) AS received USING (member, other, position)
				WHERE member % 4 = 1""")).as("correct guesses of 90; 70 or more have the probability 5e-11")
			.isLessThan(70);
		assertHasRandomOrder(this.database.list(Integer.class,
				"SELECT id FROM feedback_response ORDER BY feedback_request_id, responder_id"));
	}

	/// Ids in the order of time would show members with many conversations how many
	/// replies others add meanwhile.
	@Test
	void ofRepliesDoNotFollowTheOrderOfTime() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		int response = FeedbackScenario.received(members.getFirst()).getFirst();
		FeedbackScenario.rate(members.getFirst(), response, 4).succeeded("rateFeedbackResponse");
		List<String> texts = new ArrayList<>();
		for (int number = 1; number <= 40; number++) {
			texts.add("Reply " + number);
			FeedbackScenario.reply(members.get(number % 2), response, texts.getLast(), true)
				.succeeded("addFeedbackResponseReply");
		}

		for (Browser member : members) {
			FeedbackScenario.conversation(member, response).with("replies.replies[*].text", texts);
		}
		assertHasRandomOrder(FeedbackScenario.conversation(members.getFirst(), response).at("replies.replies[*].id"));
	}

	/// Counts how often an id is larger than the one before it. In a random order of n
	/// ids, the mean is (n - 1) / 2 and the variance (n + 1) / 12. A distance of eight
	/// standard deviations has a probability below 1e-14.
	private static void assertHasRandomOrder(List<Integer> ids) {
		long ascents = IntStream.range(1, ids.size()).filter((index) -> ids.get(index) > ids.get(index - 1)).count();

		assertThat(Math.abs(ascents - (ids.size() - 1) / 2.0)).as("%d ascents in %d ids", ascents, ids.size())
			.isLessThan(8 * Math.sqrt((ids.size() + 1) / 12.0));
	}

}
