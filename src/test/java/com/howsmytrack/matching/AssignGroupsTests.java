package com.howsmytrack.matching;

import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.RecordedPauses;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class AssignGroupsTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private RecordedPauses pauses;

	@Test
	void makesAFormForEachMemberAndEachTrackOfTheOthers() {
		List<Browser> withTrack = List.of(this.scenario.memberWithTrack("ada", Genre.JAZZ),
				this.scenario.memberWithTrack("bo", Genre.JAZZ), this.scenario.memberWithTrack("cy", Genre.JAZZ));
		Browser trackless = this.scenario.tracklessMember("di", Genre.JAZZ);

		JobRun run = this.scenario.assignGroups();

		assertThat(run.counts()).containsEntry("requestsGrouped", 4L)
			.containsEntry("groupsFormed", 1L)
			.containsEntry("formsCreated", 9L)
			.containsEntry("requestsLeftPending", 0L);
		assertThat(withTrack).allSatisfy((member) -> assertThat(FeedbackScenario.openForms(member)).hasSize(2));
		assertThat(FeedbackScenario.openForms(trackless)).hasSize(3);
		assertThat(this.database.count("feedback_response AS response JOIN feedback_request AS request "
				+ "ON request.id = response.feedback_request_id WHERE request.media_url IS NULL"))
			.isZero();
	}

	/// In the service before this one, such requests made the whole run fail.
	@Test
	void groupsThreeSingleRequestsOfThreeGenres() {
		this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bo", Genre.ELECTRONIC);
		Browser cy = this.scenario.memberWithTrack("cy", Genre.URBAN_RNB);

		this.scenario.assignGroups();

		FeedbackScenario.groups(cy)
			.with("feedbackGroups[0].name", "Feedback Group #1 - Electronic/Jazz/Urban/R&B")
			.with("feedbackGroups[0].members", 2);
	}

	/// In the service before this one, such requests made the whole run fail.
	@Test
	void leavesRequestsPendingThatCannotBeGrouped() {
		Browser ada = this.scenario.memberWithTrack("ada", Genre.JAZZ);
		Browser bo = this.scenario.tracklessMember("bo", Genre.JAZZ);

		JobRun run = this.scenario.assignGroups();

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(run.counts()).containsEntry("requestsLeftPending", 2L).containsEntry("groupsFormed", 0L);
		assertThat(FeedbackScenario.pendingId(ada)).isPositive();
		assertThat(FeedbackScenario.pendingId(bo)).isPositive();
	}

	@Test
	void recordsAllCountsAlsoWithoutRequests() {
		assertThat(this.scenario.assignGroups().counts()).containsExactly(Map.entry("requestsGrouped", 0L),
				Map.entry("groupsFormed", 0L), Map.entry("formsCreated", 0L), Map.entry("requestsLeftPending", 0L),
				Map.entry("requestsUnsupported", 0L));
	}

	/// During a deployment, a newer version can write values that this version does not
	/// know.
	@Test
	void leavesRequestsPendingThatItCannotRead() {
		this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bo", Genre.JAZZ);
		this.scenario.memberWithTrack("cy", Genre.POP);
		String genreCheck = this.database.single(String.class,
				"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'feedback_request_genre_check'");
		this.database.update("ALTER TABLE feedback_request DROP CONSTRAINT feedback_request_genre_check");
		try {
			this.database.update("UPDATE feedback_request SET genre = 'SEA_SHANTY' WHERE genre = 'POP'");

			assertThat(this.scenario.assignGroups().counts()).containsEntry("requestsGrouped", 2L)
				.containsEntry("requestsUnsupported", 1L);
		}
		finally {
			this.database.update("UPDATE feedback_request SET genre = 'POP' WHERE genre = 'SEA_SHANTY'");
			this.database
				.update("ALTER TABLE feedback_request ADD CONSTRAINT feedback_request_genre_check " + genreCheck);
		}
	}

	/// The service before this one never grouped such requests.
	@Test
	void treatsAMissingGenreAsNoGenre() {
		Browser ada = this.api.member("ada");
		FeedbackScenario.create(ada, Map.of("mediaUrl", FeedbackScenario.track("ada")))
			.succeeded("createFeedbackRequest");
		this.scenario.memberWithTrack("bo", Genre.NO_GENRE);

		this.scenario.assignGroups();

		FeedbackScenario.groups(ada).with("feedbackGroups[0].name", "Feedback Group #1 - No Genre");
	}

	@Test
	void changesNothingWhenItFails() {
		Browser ada = this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bo", Genre.JAZZ);
		this.database.update("ALTER TABLE feedback_response ADD CONSTRAINT no_forms CHECK (false) NOT VALID");
		try {
			assertThat(this.scenario.assignGroups().outcome()).isEqualTo(JobOutcome.FAILED);

			assertThat(this.database.count("feedback_group")).isZero();
			assertThat(FeedbackScenario.pendingId(ada)).isPositive();
		}
		finally {
			this.database.update("ALTER TABLE feedback_response DROP CONSTRAINT no_forms");
		}

		assertThat(this.scenario.assignGroups().counts()).containsEntry("requestsGrouped", 2L);
	}

	@Test
	void groupsNoRequestTwice() {
		this.scenario.group("ada", "bo");

		assertThat(this.scenario.assignGroups().counts()).containsEntry("requestsGrouped", 0L)
			.containsEntry("groupsFormed", 0L);
		assertThat(this.database.count("feedback_response")).isEqualTo(2);
	}

	@Test
	void groupsMoreRequestsThanFitIntoOneStatement() {
		insertHundredRequests();

		JobRun run = this.scenario.assignGroups();

		assertThat(run.counts()).containsEntry("requestsGrouped", 100L)
			.containsEntry("groupsFormed", 25L)
			.containsEntry("formsCreated", 300L);
		assertThat(this.database.single(String.class, """
				SELECT string_agg(DISTINCT format('%s members, %s forms, %s mails', members, forms, mails), '; ')
				FROM feedback_group AS formed
				CROSS JOIN LATERAL (
					SELECT count(*) AS members FROM feedback_request WHERE feedback_group_id = formed.id) AS placed
				CROSS JOIN LATERAL (
					SELECT count(*) AS forms FROM feedback_response AS form
					JOIN feedback_request AS track ON track.id = form.feedback_request_id
					WHERE track.feedback_group_id = formed.id) AS made
				CROSS JOIN LATERAL (
					SELECT count(*) AS mails FROM outgoing_mail
					WHERE facts ->> 'groupName' = formed.name) AS posted""")).isEqualTo("4 members, 12 forms, 4 mails");
	}

	/// The 25 groups are inserted by one statement, and filled by three statements for at
	/// most 12 groups each, with the mails after each of the three.
	@Test
	void pausesBetweenRowsStatementsAndMails() {
		insertHundredRequests();

		assertThat(this.pauses.during(this.scenario::assignGroups)).isEqualTo(100 + 1 + 3 * 2);
	}

	private void insertHundredRequests() {
		this.database.update("""
				WITH member AS (
					INSERT INTO account (email, email_verified_at, password_hash, created_at)
					SELECT 'member' || number || '@example.com', now(), '', now() FROM generate_series(1, 100) AS number
					RETURNING id)
				INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at)
				SELECT id, 'https://soundcloud.com/member/' || id, 'SOUNDCLOUD', 'JAZZ', true, now() FROM member""");
	}

}
