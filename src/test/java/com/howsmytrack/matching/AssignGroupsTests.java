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
	private FeedbackScenario loop;

	@Autowired
	private Database database;

	@Autowired
	private RecordedPauses rests;

	@Test
	void makesAFormForEveryPairAndNoneAboutTracklessMembers() {
		List<Browser> withTrack = List.of(this.loop.memberWithTrack("ada", Genre.JAZZ),
				this.loop.memberWithTrack("bo", Genre.JAZZ), this.loop.memberWithTrack("cy", Genre.JAZZ));
		Browser trackless = this.loop.tracklessMember("di", Genre.JAZZ);

		JobRun night = this.loop.night();

		assertThat(night.counts()).containsEntry("requestsGrouped", 4L)
			.containsEntry("groupsFormed", 1L)
			.containsEntry("formsMade", 9L)
			.containsEntry("requestsLeftPending", 0L);
		assertThat(withTrack).allSatisfy((member) -> assertThat(FeedbackScenario.openForms(member)).hasSize(2));
		assertThat(FeedbackScenario.openForms(trackless)).hasSize(3);
		assertThat(this.database.count("feedback_response AS response JOIN feedback_request AS request "
				+ "ON request.id = response.feedback_request_id WHERE request.media_url IS NULL"))
			.isZero();
	}

	/// Killed the existing service's night, for everybody.
	@Test
	void groupsThreeSingleRequestsOfThreeGenres() {
		this.loop.memberWithTrack("ada", Genre.JAZZ);
		this.loop.memberWithTrack("bo", Genre.ELECTRONIC);
		Browser cy = this.loop.memberWithTrack("cy", Genre.URBAN_RNB);

		this.loop.night();

		FeedbackScenario.groups(cy)
			.with("feedbackGroups[0].name", "Feedback Group #1 - Electronic/Jazz/Urban/R&B")
			.with("feedbackGroups[0].members", 2);
	}

	/// Killed the existing service's night, too.
	@Test
	void leavesPendingWhatCannotBeGrouped() {
		Browser ada = this.loop.memberWithTrack("ada", Genre.JAZZ);
		Browser bo = this.loop.tracklessMember("bo", Genre.JAZZ);

		JobRun night = this.loop.night();

		assertThat(night.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(night.counts()).containsEntry("requestsLeftPending", 2L).containsEntry("groupsFormed", 0L);
		assertThat(FeedbackScenario.pendingId(ada)).isPositive();
		assertThat(FeedbackScenario.pendingId(bo)).isPositive();
	}

	/// While a deployment goes on, a newer version may have written what this one does
	/// not know.
	@Test
	void setsAsideWhatItCannotRead() {
		this.loop.memberWithTrack("ada", Genre.JAZZ);
		this.loop.memberWithTrack("bo", Genre.JAZZ);
		this.loop.memberWithTrack("cy", Genre.POP);
		String genreCheck = this.database.single(String.class,
				"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'feedback_request_genre_check'");
		this.database.update("ALTER TABLE feedback_request DROP CONSTRAINT feedback_request_genre_check");
		try {
			this.database.update("UPDATE feedback_request SET genre = 'SEA_SHANTY' WHERE genre = 'POP'");

			assertThat(this.loop.night().counts()).containsEntry("requestsGrouped", 2L)
				.containsEntry("requestsSetAside", 1L);
		}
		finally {
			this.database.update("UPDATE feedback_request SET genre = 'POP' WHERE genre = 'SEA_SHANTY'");
			this.database
				.update("ALTER TABLE feedback_request ADD CONSTRAINT feedback_request_genre_check " + genreCheck);
		}
	}

	/// The existing service stranded such requests.
	@Test
	void countsAMissingGenreAsNoGenre() {
		Browser ada = this.api.member("ada");
		FeedbackScenario.create(ada, Map.of("mediaUrl", FeedbackScenario.track("ada")))
			.succeeded("createFeedbackRequest");
		this.loop.memberWithTrack("bo", Genre.NO_GENRE);

		this.loop.night();

		FeedbackScenario.groups(ada).with("feedbackGroups[0].name", "Feedback Group #1 - No Genre");
	}

	@Test
	void leavesTheEveningAsItWasWhenItFails() {
		Browser ada = this.loop.memberWithTrack("ada", Genre.JAZZ);
		this.loop.memberWithTrack("bo", Genre.JAZZ);
		this.database.update("ALTER TABLE feedback_response ADD CONSTRAINT no_forms_tonight CHECK (false) NOT VALID");
		try {
			assertThat(this.loop.night().outcome()).isEqualTo(JobOutcome.FAILED);

			assertThat(this.database.count("feedback_group")).isZero();
			assertThat(FeedbackScenario.pendingId(ada)).isPositive();
		}
		finally {
			this.database.update("ALTER TABLE feedback_response DROP CONSTRAINT no_forms_tonight");
		}

		assertThat(this.loop.night().counts()).containsEntry("requestsGrouped", 2L);
	}

	@Test
	void hasNothingToDoTheSecondTime() {
		this.loop.group("ada", "bo");

		assertThat(this.loop.night().counts()).containsEntry("requestsGrouped", 0L).containsEntry("groupsFormed", 0L);
		assertThat(this.database.count("feedback_response")).isEqualTo(2);
	}

	/// Written in many pieces, and yet one night.
	@Test
	void groupsMoreThanFitIntoOnePiece() {
		hundredAsk();

		JobRun night = this.loop.night();

		assertThat(night.counts()).containsEntry("requestsGrouped", 100L)
			.containsEntry("groupsFormed", 25L)
			.containsEntry("formsMade", 300L);
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

	/// Of 12 groups each: 25 are written in one piece, then filled in three.
	@Test
	void restsBetweenItsRowsItsPiecesAndTheirLetters() {
		hundredAsk();

		assertThat(this.rests.during(this.loop::night)).isEqualTo(100 + 1 + 3 * 2);
	}

	private void hundredAsk() {
		this.database.update("""
				WITH member AS (
					INSERT INTO account (email, email_verified_at, password_hash, created_at)
					SELECT 'member' || number || '@example.com', now(), '', now() FROM generate_series(1, 100) AS number
					RETURNING id)
				INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at)
				SELECT id, 'https://soundcloud.com/member/' || id, 'SOUNDCLOUD', 'JAZZ', true, now() FROM member""");
	}

}
