package com.howsmytrack.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.track.Genre;
import com.jayway.jsonpath.JsonPath;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Sets up members, requests, groups and responses over HTTP, and runs the nightly jobs.
@TestComponent
@Lazy
public class FeedbackScenario {

	public static final String PAYLOAD_FIELDS = "success error userErrors { code message argument }";

	private final Api api;

	private final JobRunner runner;

	private final Database database;

	FeedbackScenario(Api api, JobRunner runner, Database database) {
		this.api = api;
		this.runner = runner;
		this.database = database;
	}

	public static String track(String name) {
		return "https://soundcloud.com/" + name + "/track";
	}

	/// A new member `<name>@example.com`, whose address counts as verified also if the
	/// setting requires a verification.
	public Browser verifiedMember(String name) {
		Browser member = this.api.member(name);
		this.database.update("UPDATE account SET email_verified_at = created_at WHERE email = ?",
				name + "@example.com");
		return member;
	}

	/// A new member with a pending request for a track.
	public Browser memberWithTrack(String name, Genre genre) {
		return memberWithLink(name, track(name), genre);
	}

	public Browser memberWithLink(String name, String mediaUrl, Genre genre) {
		Browser member = verifiedMember(name);
		create(member, Map.of("mediaUrl", mediaUrl, "genre", genre.name())).succeeded("createFeedbackRequest");
		return member;
	}

	public Browser tracklessMember(String name, Genre genre) {
		Browser member = verifiedMember(name);
		create(member, Map.of("genre", genre.name())).succeeded("createFeedbackRequest");
		return member;
	}

	/// New members with tracks, in one group after an assignment run.
	public List<Browser> group(String... names) {
		List<Browser> members = new ArrayList<>();
		for (String name : names) {
			members.add(memberWithTrack(name, Genre.JAZZ));
		}
		assignGroups();
		return members;
	}

	/// Ada and Bo, in one group, have written about each other's track. Ada has rated
	/// the feedback of Bo, and both have replied below it.
	public void groupWithReplies() {
		List<Browser> members = group("ada", "bo");
		Browser ada = members.getFirst();
		Browser bo = members.getLast();
		submitAllForms(ada);
		openForms(bo).forEach((form) -> submit(bo, form, "More bass."));
		int received = received(ada).getFirst();
		rate(ada, received, 4);
		reply(ada, received, "How much?", true);
		reply(bo, received, "Twice as much.", false);
	}

	public JobRun assignGroups() {
		return this.runner.run(new JobName("assign-groups")).orElseThrow();
	}

	public JobRun calculateRatings() {
		return this.runner.run(new JobName("calculate-user-ratings")).orElseThrow();
	}

	public JobRun releaseFeedback() {
		return this.runner.run(new JobName("release-feedback")).orElseThrow();
	}

	/// The id of the response, submitted or not, of one member on the track of another.
	public int response(String responder, String owner) {
		return this.database.single(Integer.class, """
				SELECT response.id FROM feedback_response AS response
				JOIN account AS responder ON responder.id = responder_id AND responder.email = ? || '@example.com'
				JOIN account AS owner ON owner.id = owner_id AND owner.email = ? || '@example.com'""", responder,
				owner);
	}

	/// Makes the owners of all requests get mails about groups, and reminders.
	public void requestMailsForAll() {
		this.database.update("UPDATE feedback_request SET email_when_grouped = true");
		this.database.update("""
				INSERT INTO group_reminder (feedback_request_id)
				SELECT id FROM feedback_request WHERE feedback_group_id IS NOT NULL
				ON CONFLICT (feedback_request_id) DO NOTHING""");
	}

	public static Answer create(Browser member, Map<String, ?> request) {
		return member
			.run("""
					mutation($mediaUrl: String, $genre: String, $emailWhenGrouped: Boolean, $feedbackPrompt: String,
							$referenceReleaseIds: [ID!]) {
						createFeedbackRequest(mediaUrl: $mediaUrl, genre: $genre, emailWhenGrouped: $emailWhenGrouped,
								feedbackPrompt: $feedbackPrompt, referenceReleaseIds: $referenceReleaseIds) { invalidMediaUrl %s }
					}"""
				.formatted(PAYLOAD_FIELDS), request);
	}

	/// A pending request for a track, with mails about its group.
	public static void requestWithMail(Browser member, String track, Genre genre) {
		create(member, Map.of("mediaUrl", track(track), "genre", genre.name(), "emailWhenGrouped", true))
			.succeeded("createFeedbackRequest");
	}

	public static Answer edit(Browser member, int requestId, Map<String, ?> request) {
		Map<String, Object> variables = new HashMap<>(request);
		variables.put("id", requestId);
		return member
			.run("""
					mutation($id: Int!, $mediaUrl: String, $genre: String, $emailWhenGrouped: Boolean, $feedbackPrompt: String,
							$referenceReleaseIds: [ID!]) {
						editFeedbackRequest(feedbackRequestId: $id, mediaUrl: $mediaUrl, genre: $genre,
								emailWhenGrouped: $emailWhenGrouped, feedbackPrompt: $feedbackPrompt,
								referenceReleaseIds: $referenceReleaseIds) { invalidMediaUrl %s }
					}"""
				.formatted(PAYLOAD_FIELDS), variables);
	}

	public static Answer delete(Browser member, int requestId) {
		return member.run("mutation($id: Int!) { deleteFeedbackRequest(feedbackRequestId: $id) { %s } }"
			.formatted(PAYLOAD_FIELDS), Map.of("id", requestId));
	}

	public static Answer pending(Browser member) {
		return member.run("{ unassignedRequest { id mediaUrl mediaType genre emailWhenGrouped feedbackPrompt } }")
			.hasNoErrors();
	}

	public static int pendingId(Browser member) {
		return pending(member).number("unassignedRequest.id");
	}

	public static Answer groups(Browser member) {
		return member.run("""
				{ feedbackGroups {
					id name timeCreated mediaUrl mediaType members tracklessMembers userFeedbackResponseCount
					feedbackRequest { id mediaUrl mediaType feedbackPrompt emailWhenGrouped genre }
					feedbackResponses { id feedback submitted rating allowReplies replies unreadReplies
						feedbackRequest { id mediaUrl mediaType feedbackPrompt emailWhenGrouped genre } }
					userFeedbackResponses { id feedback submitted rating allowReplies replies unreadReplies
						feedbackRequest { id mediaUrl } }
				} }""").hasNoErrors();
	}

	/// Ids of the member's forms in all groups.
	public static List<Integer> openForms(Browser member) {
		return JsonPath.read(groups(member).response().body(),
				"$.data.feedbackGroups[*].feedbackResponses[?(@.submitted == false)].id");
	}

	/// Ids of the responses that the member received and may read, in all groups.
	public static List<Integer> received(Browser member) {
		return JsonPath.read(groups(member).response().body(), "$.data.feedbackGroups[*].userFeedbackResponses[*].id");
	}

	public static Answer submit(Browser member, int responseId, String feedback) {
		return member.run("""
				mutation($id: Int!, $feedback: String!) {
					submitFeedbackResponse(feedbackResponseId: $id, feedback: $feedback, allowReplies: true) { %s }
				}""".formatted(PAYLOAD_FIELDS), Map.of("id", responseId, "feedback", feedback));
	}

	/// Submits the forms of the member about the tracks of the owners.
	public void submit(Browser member, String responder, String... owners) {
		for (String owner : owners) {
			submit(member, response(responder, owner), "The kick hides the bass.").succeeded("submitFeedbackResponse");
		}
	}

	/// Submits all forms of the member.
	public static void submitAllForms(Browser member) {
		openForms(member)
			.forEach((form) -> submit(member, form, "The kick hides the bass.").succeeded("submitFeedbackResponse"));
	}

	public static Answer rate(Browser member, int responseId, int rating) {
		return member.run(
				"mutation($id: Int!, $rating: Int!) { rateFeedbackResponse(feedbackResponseId: $id, "
						+ "rating: $rating) { %s } }".formatted(PAYLOAD_FIELDS),
				Map.of("id", responseId, "rating", rating));
	}

	public JobRun sendReminders() {
		return this.runner.run(new JobName("send-group-reminder-emails")).orElseThrow();
	}

	public JobRun sendNotices() {
		return this.runner.run(new JobName("send-notices")).orElseThrow();
	}

	public static Answer reply(Browser member, int responseId, String text, boolean allowReplies) {
		return member.run("""
				mutation($id: Int!, $text: String!, $allowReplies: Boolean!) {
					addFeedbackResponseReply(feedbackResponseId: $id, text: $text, allowReplies: $allowReplies) {
						reply { id username text allowReplies timeCreated } %s
					}
				}""".formatted(PAYLOAD_FIELDS), Map.of("id", responseId, "text", text, "allowReplies", allowReplies));
	}

	public static Answer conversation(Browser member, int responseId) {
		return member.run("""
				query($id: Int!) { replies(feedbackResponseId: $id) {
					allowFurtherReplies replies { id username text allowReplies timeCreated }
				} }""", Map.of("id", responseId)).hasNoErrors();
	}

	public static Answer markAsRead(Browser member, List<Integer> replyIds) {
		return member.run(
				"mutation($ids: [Int]!) { markRepliesAsRead(replyIds: $ids) { %s } }".formatted(PAYLOAD_FIELDS),
				Collections.singletonMap("ids", replyIds));
	}

	public static int notifications(Browser member) {
		return member.run("{ userDetails { notifications } }").hasNoErrors().number("userDetails.notifications");
	}

}
