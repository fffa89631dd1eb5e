package com.howsmytrack.attacks;

import java.util.List;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// An operator is asked for corrections that would break the rules of the groups. Ada, Bo, Cy and Di are one group, Ed, Fi
/// and Gi another.
@WholeApplication
class CorrectionAttacksTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private AdminApi admin;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	private Browser di;

	private List<Browser> three;

	@BeforeEach
	void twoGroups() {
		this.admin = AdminApi.open(this.api, this.database);
		List<Browser> four = this.scenario.group("ada", "bo", "cy", "di");
		this.ada = four.getFirst();
		this.bo = four.get(1);
		this.cy = four.get(2);
		this.di = four.getLast();
		this.three = this.scenario.group("ed", "fi", "gi");
	}

	private static void submitAll(Browser member, String text) {
		FeedbackScenario.openForms(member)
			.forEach((form) -> FeedbackScenario.submit(member, form, text).succeeded("submitFeedbackResponse"));
	}

	/// The texts that the member sees: those of own responses, and those received.
	private static List<String> texts(Browser member, String list) {
		return JsonPath.read(FeedbackScenario.groups(member).response().body(),
				"$.data.feedbackGroups[*].%s[*].feedback".formatted(list));
	}

	private static List<String> exported(Browser member, String list) {
		return JsonPath.read(member.run("{ exportMyData }").hasNoErrors().response().body(),
				"$.data.exportMyData.feedback.%s[*].feedback".formatted(list));
	}

	private static List<String> exportedReplies(Browser member, String list) {
		return JsonPath.read(member.run("{ exportMyData }").hasNoErrors().response().body(),
				"$.data.exportMyData.feedback.%s[*].conversation[*].text".formatted(list));
	}

	@Test
	void aMemberWhoOwesThreeFormsReadsNothingAfterAMove() {
		List.of(this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].userFeedbackResponseCount", 3);

		this.admin.moveRequest("ada", 2)
			.hasUserError("moveRequest", "OWNER_OWES_FEEDBACK",
					"The owner of the request has received feedback and has not submitted all forms in its group.",
					"requestId");

		assertThat(FeedbackScenario.openForms(this.ada)).hasSize(3);
	}

	@Test
	void aMoveIntoAGroupWithoutMembersRevealsNothing() {
		List.of(this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		List.of("ed", "fi", "gi").forEach((name) -> this.admin.removeRequest(name).succeeded("removeRequest"));

		this.admin.moveRequest("ada", 2).with("moveRequest.success", false);

		assertThat(FeedbackScenario.received(this.ada)).isEmpty();
		assertThat(exported(this.ada, "feedbackReceived")).isEmpty();
	}

	@Test
	void noGroupHasSevenMembers() {
		for (String name : List.of("ed", "fi", "gi")) {
			this.admin.moveRequest(name, 1)
				.hasUserError("moveRequest", "GROUP_FULL", "The group already has four requests with a track.",
						"groupId");
		}

		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].members", 3);
	}

	@Test
	void noGroupIsLeftWithOneMember() {
		this.admin.moveRequest("ed", 1).with("moveRequest.success", false);
		this.admin.makeRequestPending("ed").succeeded("moveRequest");

		this.admin.makeRequestPending("fi").with("moveRequest.success", false);

		assertThat(FeedbackScenario.openForms(this.three.getLast())).hasSize(1);
	}

	@Test
	void aGroupForJazzTakesNoOtherTracks() {
		List.of("bo", "cy").forEach((name) -> this.admin.makeRequestPending(name).succeeded("moveRequest"));
		List<String> names = List.of("hal", "ivo", "jo", "kim");
		names.forEach((name) -> this.scenario.memberWithTrack(name, Genre.POP));

		for (String name : names) {
			this.admin.moveRequest(name, 1)
				.hasUserError("moveRequest", "GENRE_DOES_NOT_FIT", "The group has other genres than the request.",
						"groupId");
		}

		assertThat(this.database.count("feedback_request WHERE feedback_group_id = 1 AND genre <> 'JAZZ'")).isZero();
	}

	@Test
	void textsStayWithTheirReadersAndWritersAfterAMove() {
		submitAll(this.ada, "by Ada");
		submitAll(this.bo, "by Bo");
		submitAll(this.cy, "by Cy");
		submitAll(this.di, "by Di");
		int fromCy = (int) this.admin.response("cy", "ada");
		int toCy = (int) this.admin.response("ada", "cy");
		FeedbackScenario.rate(this.ada, fromCy, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(this.ada, fromCy, "to Cy", true).succeeded("addFeedbackResponseReply");
		FeedbackScenario.rate(this.cy, toCy, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(this.cy, toCy, "to Ada", true).succeeded("addFeedbackResponseReply");

		this.admin.moveRequest("cy", 2).succeeded("moveRequest");

		assertThat(texts(this.ada, "feedbackResponses")).containsExactly("by Ada", "by Ada", "by Ada");
		assertThat(texts(this.ada, "userFeedbackResponses")).containsExactlyInAnyOrder("by Bo", "by Cy", "by Di");
		assertThat(FeedbackScenario.notifications(this.ada)).as("the reply of Cy").isOne();
		assertThat(exportedReplies(this.ada, "feedbackWritten")).containsExactly("to Ada");
		assertThat(texts(this.cy, "feedbackResponses")).filteredOn("by Cy"::equals).hasSize(3);
		assertThat(FeedbackScenario.notifications(this.cy)).as("three forms and the reply of Ada").isEqualTo(4);
		FeedbackScenario.submitAllForms(this.cy);
		assertThat(texts(this.cy, "userFeedbackResponses")).containsExactlyInAnyOrder("by Ada", "by Bo", "by Di");
		assertThat(exported(this.cy, "feedbackReceived")).containsExactlyInAnyOrder("by Ada", "by Bo", "by Di");
	}

	@Test
	void aConversationContinuesAfterAMove() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		int response = (int) this.admin.response("cy", "ada");
		FeedbackScenario.rate(this.ada, response, 4).succeeded("rateFeedbackResponse");

		this.admin.moveRequest("cy", 2).succeeded("moveRequest");
		FeedbackScenario.reply(this.ada, response, "to Cy", true).succeeded("addFeedbackResponseReply");

		assertThat(FeedbackScenario.notifications(this.cy)).as("three forms and the reply").isEqualTo(4);
		List<Integer> unread = JsonPath.read(FeedbackScenario.groups(this.cy).response().body(),
				"$.data.feedbackGroups[*].feedbackResponses[?(@.unreadReplies == 1)].id");
		assertThat(unread).containsExactly(response);
		FeedbackScenario.conversation(this.cy, response).with("replies.replies.length()", 1);
		FeedbackScenario.reply(this.cy, response, "to Ada", true).succeeded("addFeedbackResponseReply");
		assertThat(FeedbackScenario.notifications(this.ada)).isOne();
	}

	@Test
	void aMoveDoesNotCountAsAMemberOfTheOldGroup() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);

		this.admin.moveRequest("cy", 2).succeeded("moveRequest");

		FeedbackScenario.groups(this.ada).with("feedbackGroups[0].members", 2);
		FeedbackScenario.groups(this.cy)
			.with("feedbackGroups.length()", 1)
			.with("feedbackGroups[0].members", 3)
			.with("feedbackGroups[0].userFeedbackResponseCount", 3);
	}

	@Test
	void aRemovalKeepsTheExportOfReceivedFeedback() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		submitAll(this.three.getFirst(), "by Ed");

		this.admin.removeRequest("cy").succeeded("removeRequest");
		this.admin.removeRequest("fi").succeeded("removeRequest");

		assertThat(exported(this.cy, "feedbackReceived")).hasSize(3);
		assertThat(exported(this.three.get(1), "feedbackReceived")).as("Fi owed forms").isEmpty();
	}

	@Test
	void aMovedMemberDeletesTheAccountWithoutATrace() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		this.admin.moveRequest("cy", 2).succeeded("moveRequest");

		AccountScenario.deleteAccount(this.cy, Api.PASSWORD).succeeded("deleteAccount");

		assertThat(texts(this.ada, "feedbackResponses")).hasSize(3);
		assertThat(FeedbackScenario.received(this.ada)).hasSize(3);
		assertThat(FeedbackScenario.openForms(this.three.getFirst())).hasSize(2);
	}

}
