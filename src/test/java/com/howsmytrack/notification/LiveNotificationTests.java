package com.howsmytrack.notification;

import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Subscriptions;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada, Bo and Cy are a group. Responses and replies are released at once.
@WholeApplication
class LiveNotificationTests {

	private static final String REPLY = "addFeedbackResponseReply";

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Subscriptions subscriptions;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private Browser ada;

	private Browser bo;

	@BeforeEach
	void formAGroup() {
		List<Browser> members = this.scenario.group("ada", "bo", "cy");
		this.ada = members.get(0);
		this.bo = members.get(1);
	}

	@Test
	void beginWithTheCurrentCounts() {
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(2);

		this.subscriptions.notifications(this.ada).next(2, 0);
	}

	@Test
	void changeOnAllDevicesWhenTheMemberSubmitsAForm() {
		Subscriptions.Stream phone = this.subscriptions.notifications(this.ada);
		Subscriptions.Stream laptop = this.subscriptions.notifications(this.ada);
		phone.next(2, 0);
		laptop.next(2, 0);

		FeedbackScenario.submit(this.ada, FeedbackScenario.openForms(this.ada).getFirst(), "Fine.")
			.succeeded("submitFeedbackResponse");

		phone.next(1, 0);
		laptop.next(1, 0);
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);
	}

	@Test
	void changeWhenAnAssignmentRunFormsAGroup() {
		Browser di = this.scenario.memberWithTrack("di", Genre.POP);
		this.scenario.memberWithTrack("ed", Genre.POP);
		Subscriptions.Stream stream = this.subscriptions.notifications(di);
		stream.next(0, 0);

		this.scenario.assignGroups();

		stream.next(1, 0);
	}

	@Test
	void changeWhenAReplyIsReleasedAndWhenItIsRead() {
		FeedbackScenario.submitAllForms(this.ada);
		Subscriptions.Stream stream = this.subscriptions.notifications(this.bo);
		stream.next(2, 0);

		int reply = FeedbackScenario.reply(this.ada, this.scenario.response("ada", "bo"), "One more thing.", true)
			.succeeded(REPLY)
			.number(REPLY + ".reply.id");
		stream.next(2, 1);
		assertThat(FeedbackScenario.notifications(this.bo)).isEqualTo(3);

		FeedbackScenario.markAsRead(this.bo, List.of(reply)).succeeded("markRepliesAsRead");
		stream.next(2, 0);
	}

	@Test
	void changeWhenAnotherMemberLeaves() {
		Subscriptions.Stream stream = this.subscriptions.notifications(this.ada);
		stream.next(2, 0);

		this.bo.run("mutation { deleteAccount(password: \"%s\") { success error } }".formatted(Api.PASSWORD))
			.succeeded("deleteAccount");

		stream.next(1, 0);
	}

	@Test
	void changeWhenAnOperatorMovesOrRemovesARequest() {
		AdminApi admin = AdminApi.open(this.api, this.database);
		long group = admin.groupOf("ada");
		Browser di = this.scenario.memberWithTrack("di", Genre.JAZZ);
		Subscriptions.Stream adas = this.subscriptions.notifications(this.ada);
		Subscriptions.Stream dis = this.subscriptions.notifications(di);
		adas.next(2, 0);
		dis.next(0, 0);

		admin.moveRequest("di", group).succeeded("moveRequest");
		adas.next(3, 0);
		dis.next(3, 0);

		admin.makeRequestPending("di").succeeded("moveRequest");
		adas.next(2, 0);
		dis.next(0, 0);

		admin.removeRequest("bo").succeeded("removeRequest");
		adas.next(1, 0);
	}

}
