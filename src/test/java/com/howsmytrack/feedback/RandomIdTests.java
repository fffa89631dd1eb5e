package com.howsmytrack.feedback;

import java.util.List;

import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Random ids that exist already. The tests replace the function `random_id()`.
@WholeApplication
class RandomIdTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private String original;

	@BeforeEach
	void keepTheFunction() {
		this.original = this.database.single(String.class, "SELECT pg_get_functiondef('random_id'::regproc)");
		this.database.update("CREATE SEQUENCE repeated_id");
	}

	@AfterEach
	void restoreTheFunction() {
		this.database.update(this.original);
		this.database.update("DROP SEQUENCE repeated_id");
	}

	/// Each id is returned twice, so every second row is skipped at first.
	private void repeatEachId() {
		replaceFunction("(nextval('repeated_id') + 1) / 2");
	}

	private void replaceFunction(String value) {
		this.database.update("CREATE OR REPLACE FUNCTION random_id() RETURNS integer LANGUAGE sql RETURN (%s)::integer"
			.formatted(value));
	}

	@Test
	void areFromOneToTheLargestIntOfGraphQl() {
		List<Integer> ids = this.database.list(Integer.class, "SELECT random_id() FROM generate_series(1, 1000)");

		assertThat(ids).allSatisfy((id) -> assertThat(id).isPositive()).doesNotHaveDuplicates();
		assertThat(ids).as("all smaller than 2^30 with the probability 2^-1000").anyMatch((id) -> id >= 1 << 30);
	}

	@Test
	void doNotPreventFormsIfTheyExistAlready() {
		repeatEachId();

		List<Browser> members = this.scenario.group("ada", "bo", "cy", "di");

		assertThat(members).allSatisfy((member) -> assertThat(FeedbackScenario.openForms(member)).hasSize(3));
		assertThat(this.database.count("feedback_response")).isEqualTo(12);
	}

	@Test
	void doNotPreventAMoveIfTheyExistAlready() {
		AdminApi admin = AdminApi.open(this.api, this.database);
		List<Browser> members = this.scenario.group("ada", "bo", "cy");
		Browser di = this.scenario.memberWithTrack("di", Genre.JAZZ);
		repeatEachId();

		admin.moveRequest("di", 1).succeeded("moveRequest");

		assertThat(FeedbackScenario.openForms(di)).hasSize(3);
		assertThat(members).allSatisfy((member) -> assertThat(FeedbackScenario.openForms(member)).hasSize(3));
	}

	@Test
	void doNotPreventRepliesIfTheyExistAlready() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		int response = FeedbackScenario.received(members.getFirst()).getFirst();
		repeatEachId();

		for (String text : List.of("One.", "Two.", "Three.")) {
			FeedbackScenario.reply(members.getLast(), response, text, true).succeeded("addFeedbackResponseReply");
		}
		FeedbackScenario.conversation(members.getLast(), response)
			.with("replies.replies[*].text", List.of("One.", "Two.", "Three."))
			.with("replies.replies[*].id", List.of(1, 2, 3));
	}

	@Test
	void stopAnAssignmentRunIfAllExistAlready() {
		replaceFunction("1");
		this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bo", Genre.JAZZ);

		assertThat(this.scenario.assignGroups().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.database.count("feedback_group")).isZero();
		assertThat(this.database.count("feedback_response")).isZero();
	}

}
