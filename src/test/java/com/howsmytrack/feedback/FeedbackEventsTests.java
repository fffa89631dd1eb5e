package com.howsmytrack.feedback;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class FeedbackEventsTests {

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private RecordedEvents events;

	private Browser ada;

	private Browser bo;

	@BeforeEach
	void adaAndBoAreAGroup() {
		List<Browser> members = this.scenario.group("ada", "bo");
		this.ada = members.getFirst();
		this.bo = members.getLast();
	}

	private AccountId account(String name) {
		return new AccountId(this.database.account(name));
	}

	@Test
	void publishesTheGroupsOfAnAssignmentRun() {
		assertThat(this.events.of(GroupsFormed.class)).containsExactly(
				new GroupsFormed(this.database.list(Long.class, "SELECT id FROM feedback_group ORDER BY id"),
						this.database.list(Long.class, "SELECT id FROM feedback_request ORDER BY id")));
	}

	@Test
	void publishesASubmittedResponseOnce() {
		int form = FeedbackScenario.openForms(this.ada).getFirst();

		FeedbackScenario.submit(this.ada, form, "Fine.").succeeded("submitFeedbackResponse");
		FeedbackScenario.submit(this.ada, form, "Fine.");

		assertThat(this.events.of(ResponseSubmitted.class))
			.containsExactly(new ResponseSubmitted(form, account("ada"), account("bo")));
	}

	@Test
	void publishesWhatIsReleasedAtOnce() {
		int form = FeedbackScenario.openForms(this.ada).getFirst();
		FeedbackScenario.submit(this.ada, form, "Fine.").succeeded("submitFeedbackResponse");
		long reply = FeedbackScenario.reply(this.ada, form, "One more thing.", true)
			.succeeded("addFeedbackResponseReply")
			.number("addFeedbackResponseReply.reply.id");

		assertThat(this.events.of(FeedbackReleased.class)).containsExactly(
				new FeedbackReleased(List.of((long) form), List.of()), new FeedbackReleased(List.of(), List.of(reply)));
	}

	@Test
	void publishesARatedResponseOnce() {
		int form = FeedbackScenario.openForms(this.ada).getFirst();
		FeedbackScenario.submit(this.ada, form, "Fine.").succeeded("submitFeedbackResponse");
		FeedbackScenario.submitAllForms(this.bo);

		FeedbackScenario.rate(this.bo, form, 6);
		FeedbackScenario.rate(this.bo, form, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.rate(this.bo, form, 5);

		assertThat(this.events.of(ResponseRated.class))
			.containsExactly(new ResponseRated(form, account("bo"), account("ada")));
	}

	@Test
	void publishesAnAddedReplyWithItsReader() {
		int form = FeedbackScenario.openForms(this.ada).getFirst();
		FeedbackScenario.submit(this.ada, form, "Fine.").succeeded("submitFeedbackResponse");

		int reply = FeedbackScenario.reply(this.ada, form, "One more thing.", false)
			.succeeded("addFeedbackResponseReply")
			.number("addFeedbackResponseReply.reply.id");
		FeedbackScenario.reply(this.ada, form, "And another.", true);

		assertThat(this.events.of(ReplyAdded.class))
			.containsExactly(new ReplyAdded(reply, form, account("ada"), account("bo")));
	}

}
