package com.howsmytrack.notification.notice;

import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada is the first to ask for feedback. Two days later, Bo, Cy and Di do, and on 4 March the four are a group.
class DayInTheLifeTests extends FourPeople {

	@Test
	void eachMemberIsToldOfEverythingOnce() {
		Browser ada = memberWhoAsksForMail("ada");
		passUntil("03T09:00:00");
		Browser bo = memberWhoAsksForMail("bo");
		Browser cy = memberWhoAsksForMail("cy");
		Browser di = memberWhoAsksForMail("di");
		passUntil("04T09:10:00");

		this.scenario.submit(ada, "ada", "bo", "cy", "di");
		passUntil("04T09:40:17");
		this.scenario.submit(bo, "bo", "ada");
		passUntil("04T10:20:00");
		this.scenario.submit(cy, "cy", "ada", "bo", "di");
		passUntil("04T12:30:00");
		signInAgain(ada, "ada");
		int bosResponse = this.scenario.response("bo", "ada");
		FeedbackScenario.rate(ada, bosResponse, 4).succeeded("rateFeedbackResponse");
		reply(ada, bosResponse, "Which bass?");
		passUntil("04T13:15:00");
		this.scenario.submit(di, "di", "bo", "cy");
		passUntil("04T15:10:00");
		this.scenario.submit(bo, "bo", "cy", "di");
		passUntil("04T15:40:00");
		this.scenario.submit(di, "di", "ada");
		passUntil("04T17:20:00");
		reply(bo, bosResponse, "The low one.");
		reply(bo, bosResponse, "In the second verse.");
		passUntil("05T12:00:00");

		assertThat(this.mails.get("ada")).containsExactly("02T02:30 your request has no group yet",
				"03T02:30 your request has no group yet", "04T02:30 your new feedback group",
				"04T10:02 your feedback can be read", "04T18:02 there is more feedback on your track",
				"04T18:02 a reply is waiting for you");
		assertThat(this.mails.get("bo")).containsExactly("04T02:30 your new feedback group",
				"04T16:02 your feedback can be read", "04T16:02 a reply is waiting for you");
		assertThat(this.mails.get("cy")).containsExactly("04T02:30 your new feedback group",
				"04T11:02 your feedback can be read", "04T18:02 there is more feedback on your track");
		assertThat(this.mails.get("di")).containsExactly("04T02:30 your new feedback group",
				"04T16:02 your feedback can be read");
		assertThat(notices(ada)).containsExactly("02T02:30 Your request has no group yet",
				"03T02:30 Your request has no group yet", "04T10:00 Your feedback can be read",
				"04T18:00 A reply is waiting for you", "04T18:00 There is more feedback on your track");
		assertThat(notices(bo)).containsExactly("04T16:00 A reply is waiting for you",
				"04T16:00 Your feedback can be read");
		assertThat(notices(cy)).containsExactly("04T11:00 Your feedback can be read",
				"04T18:00 There is more feedback on your track");
		assertThat(notices(di)).containsExactly("04T16:00 Your feedback can be read");
	}

	@Test
	void theReasonIsToldAfterTheSecondRun() {
		Browser ada = memberWhoAsksForMail("ada");
		passUntil("03T12:00:00");

		assertThat(texts(ada)).hasSize(2)
			.last()
			.asString()
			.contains("a group needs at least two requests with a track, and there were not enough.");
		assertThat(texts(ada).getFirst()).doesNotContain("at least two");
	}

	/// Bo sends nothing until the reminder.
	@Test
	void aMemberInTwoGroupsIsRemindedByOneMail() {
		Browser bo = memberWhoAsksForMail("bo");
		memberWhoAsksForMail("ada");
		passUntil("02T09:00:00");
		FeedbackScenario.requestWithMail(bo, "bo-second", Genre.JAZZ);
		memberWhoAsksForMail("cy");
		passUntil("04T12:00:00");

		assertThat(this.mails.get("bo")).containsExactly("02T02:30 your new feedback group",
				"03T02:15 don't forget your feedback group!", "03T02:30 your new feedback group",
				"04T02:15 don't forget your feedback group!");
	}

	private static List<String> texts(Browser member) {
		List<String> newestFirst = member.run("{ notices { text } }").hasNoErrors().at("notices[*].text");
		return (newestFirst != null) ? newestFirst.reversed() : List.of();
	}

}
