package com.howsmytrack.feedback.group;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class FeedbackGroupsTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Test
	void showTheMembersRequestAndTheNumberOfOtherMembers() {
		Browser ada = this.scenario.memberWithTrack("ada", Genre.POP);
		this.scenario.memberWithTrack("bo", Genre.POP);
		this.scenario.memberWithTrack("cy", Genre.POP);
		this.scenario.tracklessMember("di", Genre.POP);
		this.scenario.assignGroups();

		Answer groups = FeedbackScenario.groups(ada).with("feedbackGroups.length()", 1);

		groups
			.with("feedbackGroups[0].name", "Feedback Group #%d - Pop".formatted(groups.number("feedbackGroups[0].id")))
			.with("feedbackGroups[0].members", 2)
			.with("feedbackGroups[0].tracklessMembers", 1)
			.with("feedbackGroups[0].mediaUrl", FeedbackScenario.track("ada"))
			.with("feedbackGroups[0].mediaType", "SOUNDCLOUD")
			.with("feedbackGroups[0].feedbackRequest.mediaUrl", FeedbackScenario.track("ada"))
			.with("feedbackGroups[0].feedbackRequest.emailWhenGrouped", false)
			.with("feedbackGroups[0].feedbackResponses.length()", 2)
			.with("feedbackGroups[0].userFeedbackResponseCount", 0);
		assertThat(OffsetDateTime.parse(groups.<String>at("feedbackGroups[0].timeCreated")).toInstant())
			.isEqualTo(AdjustableClock.NOON);
	}

	@Test
	void startWithTheNewestRequest() {
		Browser ada = this.scenario.group("ada", "bo").getFirst();
		this.clock.advance(Duration.ofDays(1));
		FeedbackScenario.create(ada, Map.of("mediaUrl", FeedbackScenario.track("ada"), "genre", "JAZZ"));
		this.scenario.group("cy", "di");

		Answer groups = FeedbackScenario.groups(ada).with("feedbackGroups.length()", 2);

		assertThat(groups.number("feedbackGroups[0].id")).isGreaterThan(groups.number("feedbackGroups[1].id"));
	}

	@Test
	void answerTheSameForUnknownGroupsAndGroupsOfOthers() {
		Browser ada = this.scenario.group("ada", "bo").getFirst();
		Browser eve = this.api.member("eve");
		int id = FeedbackScenario.groups(ada).number("feedbackGroups[0].id");

		assertThat(group(ada, id).<Integer>at("feedbackGroup.id")).isEqualTo(id);
		assertThat(group(eve, id).response().body()).isEqualTo(group(eve, 4711).response().body())
			.isEqualTo(group(eve, -1).response().body())
			.isEqualTo("{\"data\":{\"feedbackGroup\":null}}");
	}

	@Test
	void acceptAStringOfDigitsAsId() {
		Browser ada = this.scenario.group("ada", "bo").getFirst();
		int id = FeedbackScenario.groups(ada).number("feedbackGroups[0].id");

		ada.run("query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id } }", Map.of("id", Integer.toString(id)))
			.hasNoErrors()
			.with("feedbackGroup.id", id);
	}

	@Test
	void hideReceivedResponsesUntilAllFormsAreSubmitted() {
		List<Browser> members = this.scenario.group("ada", "bo", "cy");
		Browser ada = members.get(0);
		FeedbackScenario.submitAllForms(members.get(1));
		FeedbackScenario.submit(ada, FeedbackScenario.openForms(ada).getFirst(), "Lovely.");

		FeedbackScenario.groups(ada)
			.with("feedbackGroups[0].userFeedbackResponses", null)
			.with("feedbackGroups[0].userFeedbackResponseCount", 1);

		FeedbackScenario.submitAllForms(ada);

		FeedbackScenario.groups(ada)
			.with("feedbackGroups[0].userFeedbackResponses.length()", 1)
			.with("feedbackGroups[0].userFeedbackResponses[0].feedback", "The kick hides the bass.")
			.with("feedbackGroups[0].userFeedbackResponses[0].submitted", true)
			.with("feedbackGroups[0].userFeedbackResponses[0].allowReplies", true)
			.with("feedbackGroups[0].userFeedbackResponses[0].feedbackRequest.mediaUrl", FeedbackScenario.track("ada"))
			.with("feedbackGroups[0].userFeedbackResponseCount", 1);
	}

	@Test
	void showAFormForEachOtherTrack() {
		Browser ada = this.scenario.group("ada", "bo").getFirst();

		FeedbackScenario.groups(ada)
			.with("feedbackGroups[0].feedbackResponses[0].feedback", null)
			.with("feedbackGroups[0].feedbackResponses[0].submitted", false)
			.with("feedbackGroups[0].feedbackResponses[0].rating", null)
			.with("feedbackGroups[0].feedbackResponses[0].allowReplies", false)
			.with("feedbackGroups[0].feedbackResponses[0].replies", 0)
			.with("feedbackGroups[0].feedbackResponses[0].unreadReplies", 0)
			.with("feedbackGroups[0].feedbackResponses[0].feedbackRequest.mediaUrl", FeedbackScenario.track("bo"))
			.with("feedbackGroups[0].feedbackResponses[0].feedbackRequest.emailWhenGrouped", null);
	}

	@Test
	void showNoReceivedResponsesToATracklessMember() {
		this.scenario.memberWithTrack("ada", Genre.POP);
		this.scenario.memberWithTrack("bo", Genre.POP);
		Browser cy = this.scenario.tracklessMember("cy", Genre.JAZZ);
		this.scenario.assignGroups();
		assertThat(FeedbackScenario.openForms(cy)).hasSize(2);
		FeedbackScenario.groups(cy).with("feedbackGroups[0].userFeedbackResponses", null);

		FeedbackScenario.submitAllForms(cy);

		FeedbackScenario.groups(cy)
			.with("feedbackGroups[0].userFeedbackResponses", List.of())
			.with("feedbackGroups[0].members", 2)
			.with("feedbackGroups[0].mediaUrl", null);
	}

	@Test
	void hideTheRatingFromTheResponder() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		FeedbackScenario.rate(members.get(0), FeedbackScenario.received(members.get(0)).getFirst(), 2)
			.succeeded("rateFeedbackResponse");

		FeedbackScenario.groups(members.get(0)).with("feedbackGroups[0].userFeedbackResponses[0].rating", 2);
		FeedbackScenario.groups(members.get(1)).with("feedbackGroups[0].feedbackResponses[0].rating", null);
	}

	@Test
	void listResponsesById() {
		List<Browser> members = this.scenario.group("ada", "bo", "cy", "di");
		members.forEach(FeedbackScenario::submitAllForms);

		assertThat(FeedbackScenario.received(members.getFirst())).hasSize(3).isSorted();
	}

	/// If ids followed the order of members, every group would show the same pattern.
	@Test
	void assignIdsInRandomOrderWithinAGroup() {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'm' || i || '@example.com', '', now() FROM generate_series(1, 160) AS i""");
		this.database.update("""
				INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at)
				SELECT id, 'https://soundcloud.com/a/' || id, 'SOUNDCLOUD', 'POP', false, now() FROM account""");
		this.scenario.assignGroups();

		List<String> orders = this.database.list(String.class,
				"""
						SELECT DISTINCT string_agg((responder_id - first_member) || '>' || (owner_id - first_member), ' '
							ORDER BY response.id)
						FROM feedback_response AS response
						JOIN feedback_request AS request ON request.id = response.feedback_request_id
						JOIN (SELECT feedback_group_id, min(account_id) AS first_member FROM feedback_request GROUP BY 1) AS formed
							USING (feedback_group_id)
						GROUP BY feedback_group_id""");

		assertThat(this.database.count("feedback_group")).isEqualTo(40);
		assertThat(orders).hasSizeGreaterThan(30);
	}

	private static Answer group(Browser member, int id) {
		return member.run("query($id: Int!) { feedbackGroup(feedbackGroupId: $id) { id name } }", Map.of("id", id));
	}

}
