package com.howsmytrack.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.jobs.TransactionalJob;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// Of several concurrent calls exactly one succeeds. The others get the same error as a later call.
@WholeApplication
class RaceTests {

	private static final int MANY = 20;

	private static final List<String> SAME_TRACK = List.of("https://soundcloud.com/ada/rain",
			"http://m.soundcloud.com/Ada/Rain?si=1", "soundcloud.com/ada/rain/#t=1",
			"https://soundcloud.com/ada/rain/s-secret");

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private JobRunner runner;

	@Autowired
	@Qualifier("assignGroups")
	private TransactionalJob assignGroups;

	@Autowired
	private PendingRequests pendingRequests;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aMemberHasOnePendingRequest() {
		Browser ada = this.api.member("ada");

		List<Answer> answers = Races.onTable("feedback_request", times(
				(number) -> FeedbackScenario.create(ada, Map.of("mediaUrl", FeedbackScenario.track("a" + number)))));

		assertOneSucceeded(answers, "createFeedbackRequest", "PENDING_REQUEST_EXISTS");
		assertThat(this.database.count("feedback_request")).isOne();
	}

	@Test
	void oneTrackIsPendingOnce() {
		List<Browser> members = new ArrayList<>();
		for (int number = 0; number < MANY; number++) {
			members.add(this.api.member("m" + number));
		}

		List<Answer> answers = Races.onTable("feedback_request", times((number) -> FeedbackScenario
			.create(members.get(number), Map.of("mediaUrl", SAME_TRACK.get(number % SAME_TRACK.size())))));

		assertOneSucceeded(answers, "createFeedbackRequest", "TRACK_ALREADY_PENDING");
		assertThat(this.database.count("feedback_request")).isOne();
	}

	@Test
	void twoRequestsAreNotEditedToTheSameTrack() {
		List<Browser> members = new ArrayList<>();
		List<Integer> ids = new ArrayList<>();
		for (int number = 0; number < MANY; number++) {
			members.add(this.scenario.memberWithTrack("m" + number, Genre.POP));
			ids.add(FeedbackScenario.pendingId(members.getLast()));
		}

		List<Answer> answers = Races.onTable("feedback_request", times((number) -> FeedbackScenario
			.edit(members.get(number), ids.get(number), Map.of("mediaUrl", FeedbackScenario.track("same")))));

		assertOneSucceeded(answers, "editFeedbackRequest", "TRACK_ALREADY_PENDING");
	}

	/// Two members who change their tracks to each other's wait for each other, until
	/// PostgreSQL aborts one of the transactions.
	@Test
	void anEditThatADeadlockAbortsReportsThatTheTrackIsPending() {
		Browser ada = this.scenario.memberWithTrack("ada", Genre.POP);
		this.scenario.memberWithTrack("bo", Genre.POP);
		int adas = FeedbackScenario.pendingId(ada);
		List<Answer> answers = new ArrayList<>();
		Thread adaEdits = new Thread(
				() -> answers.add(FeedbackScenario.edit(ada, adas, Map.of("mediaUrl", FeedbackScenario.track("bo")))));

		this.transaction.executeWithoutResult((status) -> {
			// PostgreSQL aborts Ada's transaction, because its timeout is shorter.
			this.database.update("SET LOCAL deadlock_timeout = '1min'");
			this.database.update("UPDATE feedback_request SET media_url = ? WHERE media_url = ?",
					FeedbackScenario.track("cy"), FeedbackScenario.track("bo"));
			adaEdits.start();
			this.database.awaitWaiting(1);
			this.database.update("UPDATE feedback_request SET genre = 'JAZZ' WHERE id = ?", adas);
		});
		join(adaEdits);

		answers.getFirst()
			.hasUserError("editFeedbackRequest", "TRACK_ALREADY_PENDING",
					"A request for this track is already pending.", "mediaUrl");
	}

	@Test
	void aResponseIsSubmittedOnce() {
		Browser ada = this.scenario.group("ada", "bo").getFirst();
		int form = FeedbackScenario.openForms(ada).getFirst();

		List<Answer> answers = Races.onTable("feedback_response",
				times((number) -> FeedbackScenario.submit(ada, form, "Text " + number)));

		int winner = assertOneSucceeded(answers, "submitFeedbackResponse", "ALREADY_SUBMITTED");
		FeedbackScenario.groups(ada).with("feedbackGroups[0].feedbackResponses[0].feedback", "Text " + winner);
	}

	@Test
	void aResponseIsRatedOnce() {
		List<Browser> members = this.scenario.group("ada", "bo");
		members.forEach(FeedbackScenario::submitAllForms);
		int received = FeedbackScenario.received(members.getFirst()).getFirst();

		List<Answer> answers = Races.onTable("feedback_response",
				times((number) -> FeedbackScenario.rate(members.getFirst(), received, 1 + number % 5)));

		int winner = assertOneSucceeded(answers, "rateFeedbackResponse", "ALREADY_RATED");
		FeedbackScenario.groups(members.getFirst())
			.with("feedbackGroups[0].userFeedbackResponses[0].rating", 1 + winner % 5);
	}

	@Test
	void twoConcurrentAssignmentRunsGroupEachRequestOnce() {
		tenRequests();

		Callable<List<JobRun>> run = () -> this.runner.run(new JobName("assign-groups")).stream().toList();
		Races.onTable("shedlock", Collections.nCopies(2, run));

		assertGroupedOnce();
	}

	/// A process that was suspended for long can continue after its lock has expired.
	@Test
	void twoConcurrentAssignmentRunsGroupEachRequestOnceWithoutTheLock() {
		tenRequests();
		Callable<Map<String, Long>> run = this.assignGroups::run;
		Races.onTable("feedback_request", Collections.nCopies(4, run));

		assertGroupedOnce();
	}

	@Test
	void anEditOrDeletionDuringAnAssignmentRunWaitsAndIsRejected() {
		Browser ada = this.scenario.memberWithTrack("ada", Genre.POP);
		Browser bo = this.scenario.memberWithTrack("bo", Genre.POP);
		int adas = FeedbackScenario.pendingId(ada);
		int bos = FeedbackScenario.pendingId(bo);
		List<Callable<Answer>> late = List.of(() -> FeedbackScenario.edit(ada, adas, Map.of("genre", "JAZZ")),
				() -> FeedbackScenario.delete(bo, bos));

		List<Answer> answers = new ArrayList<>();
		Thread members = new Thread(() -> answers.addAll(Races.run(late)));
		this.transaction.executeWithoutResult((status) -> {
			this.pendingRequests.lockAll();
			members.start();
			this.database.awaitWaiting(2);
			this.database.update("WITH formed AS (INSERT INTO feedback_group (name, created_at) VALUES ('', now()) "
					+ "RETURNING id) UPDATE feedback_request SET feedback_group_id = formed.id FROM formed");
		});
		join(members);

		answers.get(0)
			.hasUserError("editFeedbackRequest", "REQUEST_ALREADY_GROUPED",
					"This request has already been assigned to a feedback group and cannot be edited.",
					"feedbackRequestId");
		answers.get(1).with("deleteFeedbackRequest.userErrors[0].code", "REQUEST_ALREADY_GROUPED");
		assertThat(this.database.count("feedback_request")).isEqualTo(2);
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	private void tenRequests() {
		for (int number = 0; number < 10; number++) {
			this.scenario.memberWithTrack("m" + number, Genre.POP);
		}
	}

	private void assertGroupedOnce() {
		assertThat(this.database.count("feedback_group")).isEqualTo(3);
		assertThat(this.database.count("feedback_response")).isEqualTo(4 * 3 + 3 * 2 + 3 * 2);
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL")).isZero();
	}

	/// Returns the index of the caller that succeeded.
	private static int assertOneSucceeded(List<Answer> answers, String mutation, String code) {
		List<Answer> winners = answers.stream()
			.filter((answer) -> Boolean.TRUE.equals(answer.at(mutation + ".success")))
			.toList();
		assertThat(winners).hasSize(1);
		answers.stream()
			.filter((answer) -> !winners.contains(answer))
			.forEach((answer) -> answer.hasNoErrors().with(mutation + ".userErrors[0].code", code));
		return answers.indexOf(winners.getFirst());
	}

	private static List<Callable<Answer>> times(Contender contender) {
		List<Callable<Answer>> contenders = new ArrayList<>();
		for (int number = 0; number < MANY; number++) {
			int own = number;
			contenders.add(() -> contender.run(own));
		}
		return contenders;
	}

	private interface Contender {

		Answer run(int number);

	}

}
