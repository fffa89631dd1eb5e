package com.howsmytrack.attacks;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Members who conclude from a reply who wrote a response: an owner can reply only after giving all feedback.
class FirstReplyTests extends HourlyRelease {

	@Autowired
	private Api api;

	/// Bo has given all feedback, so a reply by Bo to Ada tells her that the only
	/// response on her track is Bo's.
	@Test
	void theFirstReplyDoesNotNameTheAuthorOfTheOnlyResponse() {
		int conversation = this.scenario.response("ada", "bo");
		int response = this.scenario.response("bo", "ada");
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		passUntil("13:10:00");
		FeedbackScenario.rate(this.bo, conversation, 4).succeeded("rateFeedbackResponse");
		int reply = reply(this.bo, conversation, "Which bass?", true);
		passUntil("15:30:00");

		assertThat(FeedbackScenario.received(this.ada)).containsExactly(response);
		assertThat(texts(this.bo, conversation)).containsExactly("Which bass?");
		assertThat(texts(this.ada, conversation)).isEmpty();
		assertThat(counts(this.ada, conversation)).containsExactly(0, 0);
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
		assertThat(export(this.ada)).doesNotContain("Which bass?");

		submit(this.cy, this.scenario.response("cy", "ada"));
		assertThat(texts(this.ada, conversation)).isEmpty();
		passUntil("16:10:00");

		assertThat(FeedbackScenario.received(this.ada)).hasSize(2);
		assertThat(texts(this.ada, conversation)).containsExactly("Which bass?");
		assertThat(times(FeedbackScenario.conversation(this.ada, conversation))).singleElement()
			.extracting(Instant::parse)
			.isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);
		FeedbackScenario.markAsRead(this.ada, List.of(reply));
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
	}

	@Test
	void theFirstReplyDoesNotNameTheAuthorInAGroupOfThree() {
		List<Browser> three = this.scenario.group("ed", "fi", "gil");
		int conversation = this.scenario.response("ed", "fi");
		FeedbackScenario.submitAllForms(three.get(0));
		FeedbackScenario.submitAllForms(three.get(1));
		passUntil("13:10:00");
		FeedbackScenario.rate(three.get(1), conversation, 4).succeeded("rateFeedbackResponse");
		reply(three.get(1), conversation, "Which bass?", true);
		passUntil("14:10:00");

		assertThat(texts(three.get(0), conversation)).isEmpty();
	}

	/// Di is the only one who has not given all feedback.
	private void boAndCyReplyToAda(int bos, int cys) {
		List.of(this.ada, this.bo, this.cy).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		FeedbackScenario.rate(this.bo, bos, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.rate(this.cy, cys, 4).succeeded("rateFeedbackResponse");
		reply(this.bo, bos, "Which bass?", true);
		passUntil("13:20:00");
		reply(this.cy, cys, "Which drum?", true);
	}

	/// Bo and Cy have given all feedback, Di has not. If both replied to Ada, the third
	/// response on her track could only be Di's.
	@Test
	void repliesByAllOtherMembersDoNotNameTheAuthorOfTheLastResponse() {
		int bos = this.scenario.response("ada", "bo");
		int cys = this.scenario.response("ada", "cy");
		boAndCyReplyToAda(bos, cys);
		passUntil("13:30:00");
		reply(this.bo, bos, "The first one?", true);
		passUntil("14:10:00");

		assertThat(texts(this.ada, bos)).containsExactly("Which bass?", "The first one?");
		assertThat(texts(this.ada, cys)).isEmpty();

		FeedbackScenario.submitAllForms(this.di);
		passUntil("15:10:00");

		assertThat(FeedbackScenario.received(this.ada)).hasSize(3);
		assertThat(texts(this.ada, cys)).containsExactly("Which drum?");
	}

	@Test
	void aReplyThatNamesNoAuthorIsReleased() {
		List<Browser> two = this.scenario.group("ed", "fi");
		this.scenario.memberWithTrack("gil", Genre.POP);
		Browser hal = this.scenario.memberWithTrack("hal", Genre.POP);
		Browser trackless = this.scenario.tracklessMember("ida", Genre.POP);
		this.scenario.assignGroups();
		Stream.of(two.get(0), two.get(1), hal, trackless).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		int inGroupOfTwo = this.scenario.response("ed", "fi");
		int ofTrackless = this.scenario.response("ida", "hal");
		FeedbackScenario.rate(two.get(1), inGroupOfTwo, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.rate(hal, ofTrackless, 4).succeeded("rateFeedbackResponse");
		reply(two.get(1), inGroupOfTwo, "Which bass?", true);
		reply(hal, ofTrackless, "Which bass?", true);
		passUntil("14:10:00");

		assertThat(texts(two.get(0), inGroupOfTwo)).containsExactly("Which bass?");
		assertThat(texts(trackless, ofTrackless)).containsExactly("Which bass?");
	}

	/// An operator moves Cy. The reply by Ada would tell Cy that the only response on
	/// Cy's track is Ada's.
	@Test
	void theFirstReplyToAMovedMemberDoesNotNameTheAuthor() {
		this.scenario.group("ed", "fi", "gil");
		int conversation = this.scenario.response("cy", "ada");
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.cy);
		passUntil("13:10:00");
		move("cy", "ed");
		FeedbackScenario.rate(this.ada, conversation, 4).succeeded("rateFeedbackResponse");
		reply(this.ada, conversation, "Which bass?", true);
		passUntil("14:10:00");

		assertThat(FeedbackScenario.groups(this.cy).<Integer>at("feedbackGroups[0].userFeedbackResponseCount")).isOne();
		assertThat(texts(this.cy, conversation)).isEmpty();
	}

	private void move(String name, String toGroupOf) {
		AdminApi admin = AdminApi.open(this.api, this.database);
		admin.moveRequest(name, admin.groupOf(toGroupOf)).succeeded("moveRequest");
	}

	/// Ida has no track, so she receives no responses. She could tell Gil that Hal has
	/// given all feedback: then the only response on the track of Gil is by Hal.
	@Test
	void aReplyToATracklessMemberNamesNoAuthorOnAnotherTrack() {
		Browser gil = this.scenario.memberWithTrack("gil", Genre.POP);
		Browser hal = this.scenario.memberWithTrack("hal", Genre.POP);
		this.scenario.memberWithTrack("jo", Genre.POP);
		Browser trackless = this.scenario.tracklessMember("ida", Genre.POP);
		this.scenario.assignGroups();
		int thread = this.scenario.response("ida", "hal");
		submit(trackless, thread);
		List.of(gil, hal).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		FeedbackScenario.rate(hal, thread, 4).succeeded("rateFeedbackResponse");
		reply(hal, thread, "Which bass?", true);
		passUntil("14:10:00");

		assertThat(FeedbackScenario.received(gil)).hasSize(1);
		assertThat(texts(trackless, thread)).isEmpty();

		FeedbackScenario.submitAllForms(trackless);
		passUntil("15:10:00");

		assertThat(FeedbackScenario.received(gil)).hasSize(2);
		assertThat(texts(trackless, thread)).containsExactly("Which bass?");
	}

	/// Cy's reply is held, because Di's response is missing. If it appeared when Di
	/// leaves, Ada would know that it was held, and so that Di has written nothing.
	@Test
	void aHeldReplyDoesNotAppearWhenAMemberLeaves() {
		int bos = this.scenario.response("ada", "bo");
		int cys = this.scenario.response("ada", "cy");
		boAndCyReplyToAda(bos, cys);
		passUntil("14:12:00");
		AccountScenario.deleteAccount(this.di, Api.PASSWORD).succeeded("deleteAccount");
		passUntil("14:59:00");

		assertThat(texts(this.ada, cys)).isEmpty();

		passUntil("15:01:00");

		assertThat(texts(this.ada, cys)).containsExactly("Which drum?");
	}

}
