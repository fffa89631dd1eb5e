package com.howsmytrack.notification.notice;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada is the first to ask for feedback. Two days later, Bo, Cy and Di do, and on 4 March the four are a group. A mail is
/// delivered two minutes after its notice appears, when the job has run.
class DayInTheLifeTests extends FourPeople {

	@Autowired
	private RecordedEvents events;

	@Test
	void eachMemberIsToldOfEverythingOnce() {
		Browser ada = memberWhoAsksForMail("ada");
		passUntil("03T09:00:00");
		assertThat(news()).as("Ada is alone")
			.containsExactly("02T02:30 ada, mail: your request has no group yet",
					"02T02:30 ada, notice: Your request has no group yet",
					"03T02:30 ada, mail: your request has no group yet",
					"03T02:30 ada, notice: Your request has no group yet");

		Browser bo = memberWhoAsksForMail("bo");
		Browser cy = memberWhoAsksForMail("cy");
		Browser di = memberWhoAsksForMail("di");
		passUntil("04T09:10:00");
		assertThat(news()).as("a group of four")
			.containsExactly("04T02:30 ada, mail: your new feedback group",
					"04T02:30 bo, mail: your new feedback group", "04T02:30 cy, mail: your new feedback group",
					"04T02:30 di, mail: your new feedback group");

		this.scenario.submit(ada, "ada", "bo", "cy", "di");
		passUntil("04T09:40:17");
		this.scenario.submit(bo, "bo", "ada");
		passUntil("04T10:20:00");
		assertThat(news()).as("Bo has written to Ada, who has sent all her forms")
			.containsExactly("04T10:00 ada, notice: Your feedback can be read",
					"04T10:02 ada, mail: your feedback can be read");

		this.scenario.submit(cy, "cy", "ada", "bo", "di");
		passUntil("04T12:30:00");
		assertThat(news()).as("Cy has sent all forms, and has feedback by Ada")
			.containsExactly("04T11:00 cy, notice: Your feedback can be read",
					"04T11:02 cy, mail: your feedback can be read");

		signInAgain(ada, "ada");
		int bosResponse = this.scenario.response("bo", "ada");
		FeedbackScenario.rate(ada, bosResponse, 4).succeeded("rateFeedbackResponse");
		reply(ada, bosResponse, "Which bass?");
		passUntil("04T13:15:00");
		this.scenario.submit(di, "di", "bo", "cy");
		passUntil("04T15:10:00");
		assertThat(news()).as("Ada's reply waits while forms about other tracks are open").isEmpty();

		this.scenario.submit(bo, "bo", "cy", "di");
		passUntil("05T02:00:00");
		assertThat(news()).as("what came later in the day is one mail in the evening")
			.containsExactly("04T16:00 bo, notice: A reply is waiting for you",
					"04T16:00 bo, notice: Your feedback can be read", "04T16:02 bo, mail: a reply is waiting for you",
					"04T16:02 bo, mail: your feedback can be read",
					"04T18:00 ada, notice: There is more feedback on your track",
					"04T18:00 cy, notice: There is more feedback on your track",
					"04T18:02 ada, mail: there is more feedback on your track",
					"04T18:02 cy, mail: there is more feedback on your track");

		passUntil("05T08:20:00");
		assertThat(news()).as("Di has not written to Ada yet")
			.containsExactly("05T02:15 di, mail: don't forget your feedback group!");

		this.scenario.submit(di, "di", "ada");
		reply(bo, bosResponse, "The low one.");
		reply(bo, bosResponse, "In the second verse.");
		passUntil("05T09:30:00");
		assertThat(news()).as("two replies are one notice")
			.containsExactly("05T09:00 ada, notice: A reply is waiting for you",
					"05T09:00 ada, notice: There is more feedback on your track",
					"05T09:00 di, notice: Your feedback can be read", "05T09:02 ada, mail: a reply is waiting for you",
					"05T09:02 ada, mail: there is more feedback on your track",
					"05T09:02 di, mail: your feedback can be read");

		trackIsFoundBroken("cy");
		passUntil("06T12:00:00");
		assertThat(news()).containsExactly("05T10:00 cy, notice: The link of your track does not work",
				"05T10:02 cy, mail: the link of your track does not work");
	}

	private void trackIsFoundBroken(String owner) {
		long account = this.database.account(owner);
		long request = this.database.single(Long.class, "SELECT id FROM feedback_request WHERE account_id = ?",
				account);
		this.events.publish(new RequestTrackBroken(request, new AccountId(account)));
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

		assertThat(news()).filteredOn((each) -> each.contains(" bo, "))
			.containsExactly("02T02:30 bo, mail: your new feedback group",
					"03T02:15 bo, mail: don't forget your feedback group!",
					"03T02:30 bo, mail: your new feedback group",
					"04T02:15 bo, mail: don't forget your feedback group!");
	}

	private static List<String> texts(Browser member) {
		List<String> newestFirst = member.run("{ notices { text } }").hasNoErrors().at("notices[*].text");
		return (newestFirst != null) ? newestFirst.reversed() : List.of();
	}

}
