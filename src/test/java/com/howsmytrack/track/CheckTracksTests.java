package com.howsmytrack.track;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.outbound.StandInAnswer;
import com.howsmytrack.outbound.StandInConfiguration;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static com.howsmytrack.feedback.FeedbackScenario.delete;
import static com.howsmytrack.feedback.FeedbackScenario.edit;
import static com.howsmytrack.feedback.FeedbackScenario.pending;
import static com.howsmytrack.feedback.FeedbackScenario.pendingId;
import static org.assertj.core.api.Assertions.assertThat;

/// The batches have one row, so that each test reads several.
@WholeApplication
@Import({ StandInConfiguration.class, DueLookups.class })
@TestPropertySource(properties = { "howsmytrack.outbound.enabled=true", "howsmytrack.track.look-ups.batch-size=1" })
class CheckTracksTests {

	private static final String SHORT = "https://on.soundcloud.com/QnSJh";

	private static final String PRIVATE = "https://soundcloud.com/ann/demo/s-Ab12Cd34";

	private static final String TRACK = "https://soundcloud.com/forss/flickermood";

	private static final String OEMBED = "https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood";

	private static final StandInAnswer TITLE = StandInAnswer
		.json("{\"title\":\"Flickermood\",\"author_name\":\"Forss\"}");

	@Autowired
	StandInServer services;

	@Autowired
	DueLookups lookups;

	@Autowired
	JobRunner jobs;

	@Autowired
	FeedbackScenario scenario;

	@Autowired
	Api api;

	@Autowired
	Database database;

	@Autowired
	RecordedEvents events;

	@Autowired
	AdjustableClock clock;

	private LookupRunner runner;

	@BeforeEach
	void reset() {
		this.services.reset();
		this.runner = this.lookups.newInstance();
	}

	@Test
	void tellsTheOwnerOfAPendingRequestWhoseTrackIsGoneLater() {
		Browser ann = memberWith("ann", TRACK);
		this.services.on(OEMBED, TITLE, StandInAnswer.html(404));
		lookUp();

		for (int day = 0; day < 2; day++) {
			this.clock.advance(Duration.ofDays(1));
			checkTracks();
			this.clock.advance(Duration.ofHours(2));
			lookUp();
		}

		assertThat(this.events.of(RequestTrackBroken.class)).singleElement()
			.isEqualTo(new RequestTrackBroken(pendingId(ann), new AccountId(this.database.account("ann"))));
	}

	@Test
	void keepsTheTitleUntilTheNextAnswer() {
		Browser ann = memberWith("ann", TRACK);
		this.services.on(OEMBED, TITLE);
		lookUp();
		this.clock.advance(Duration.ofDays(1));

		checkTracks();

		assertThat(ann.run("{ unassignedRequest { track { title } } }").<String>at("unassignedRequest.track.title"))
			.isEqualTo("Flickermood");
	}

	@Test
	void distributesTheLookUps() {
		memberWith("ann", TRACK);
		this.services.on(OEMBED, TITLE);
		lookUp();
		this.clock.advance(Duration.ofDays(1));

		checkTracks();

		assertThat(this.database.single(Boolean.class,
				"SELECT due_at BETWEEN ?::timestamptz AND ?::timestamptz + interval '2 hours' FROM track_lookup",
				this.clock.instant().toString(), this.clock.instant().toString()))
			.isTrue();
	}

	@Test
	void leavesTracksThatWereLookedUpTodayAndTracksInGroups() {
		memberWith("ann", TRACK);
		this.services.on(OEMBED, TITLE);
		lookUp();
		this.clock.advance(Duration.ofHours(19));
		checkTracks();
		assertThat(states()).containsExactly("FOUND");

		memberWith("ben", "https://soundcloud.com/ben/demo");
		this.scenario.assignGroups();
		this.clock.advance(Duration.ofDays(1));
		checkTracks();

		assertThat(states("state = 'FOUND'")).hasSize(1);
	}

	@Test
	void looksUpTheTracksOfImportedRequests() {
		memberWith("ann", TRACK);
		this.database.update("DELETE FROM track_lookup");

		checkTracks();

		assertThat(states()).containsExactly("DUE");
	}

	/// The other request for the track was grouped in the meantime.
	@Test
	void resolvesAShortLinkThatWasPendingTwice() {
		memberWith("ann", TRACK);
		Browser ben = memberWith("ben", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(TRACK)).on(OEMBED, TITLE);
		lookUp();
		this.database.update("""
				WITH formed AS (INSERT INTO feedback_group (name, created_at) VALUES ('A', now()) RETURNING id)
				UPDATE feedback_request SET feedback_group_id = formed.id FROM formed WHERE media_url = ?""", TRACK);
		this.clock.advance(Duration.ofDays(1));

		checkTracks();
		lookUp();

		assertThat(pending(ben).<String>at("unassignedRequest.mediaUrl")).isEqualTo(TRACK);
		assertThat(this.services.urls()).containsOnlyOnce(SHORT);
	}

	@Test
	void keepsLookUpsThatARequestNames() {
		resolvedShortLink();
		memberWith("ben", TRACK);

		checkTracks();

		assertThat(this.database.list(String.class, "SELECT track_key FROM track_lookup ORDER BY track_key"))
			.containsExactly("SOUNDCLOUD:forss/flickermood", SHORT);
	}

	@Test
	void forgetsTheSecretOfAShortLinkAfterAnEdit() {
		Browser ann = resolvedShortLink();
		edit(ann, pendingId(ann), Map.of("genre", "JAZZ")).succeeded("editFeedbackRequest");

		checkTracks();

		assertThat(states()).isEmpty();
	}

	@Test
	void forgetsTheSecretOfAShortLinkAfterAWithdrawal() {
		Browser ann = resolvedShortLink();
		delete(ann, pendingId(ann)).succeeded("deleteFeedbackRequest");

		checkTracks();

		assertThat(states()).isEmpty();
	}

	@Test
	void forgetsTheSecretOfAShortLinkAfterTheRemovalByAnOperator() {
		resolvedShortLink();
		AdminApi.open(this.api, this.database).removeRequest("ann").succeeded("removeRequest");

		checkTracks();

		assertThat(states()).isEmpty();
	}

	/// The deletion itself forgets the links of current requests only.
	@Test
	void forgetsTheSecretOfAnEarlierLinkAfterTheDeletionOfTheAccount() {
		Browser ann = resolvedShortLink();
		edit(ann, pendingId(ann), Map.of("genre", "JAZZ")).succeeded("editFeedbackRequest");
		AccountScenario.deleteAccount(ann, Api.PASSWORD).succeeded("deleteAccount");

		checkTracks();

		assertThat(states()).isEmpty();
	}

	@Test
	void recordsWhatItDid() {
		Browser ann = memberWith("ann", TRACK);
		memberWith("ben", "https://soundcloud.com/ben/demo");
		this.services.on(OEMBED, TITLE)
			.on("https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fben%2Fdemo", TITLE);
		lookUp();
		delete(ann, pendingId(ann)).succeeded("deleteFeedbackRequest");
		this.clock.advance(Duration.ofDays(1));

		checkTracks();

		assertThat(this.database.single(String.class, "SELECT counts::text FROM job_run"))
			.isEqualTo("{\"lookUpsRepeated\":1,\"lookUpsDeleted\":1}");
	}

	private Browser resolvedShortLink() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(PRIVATE));
		lookUp();
		assertThat(pending(ann).<String>at("unassignedRequest.mediaUrl")).isEqualTo(PRIVATE);
		return ann;
	}

	private void lookUp() {
		this.lookups.run(this.runner);
	}

	private void checkTracks() {
		assertThat(this.jobs.run(new JobName("check-tracks"))).isPresent();
	}

	private List<String> states() {
		return states("true");
	}

	private List<String> states(String condition) {
		return this.database.list(String.class, "SELECT state FROM track_lookup WHERE " + condition);
	}

	private Browser memberWith(String name, String mediaUrl) {
		return this.scenario.memberWithLink(name, mediaUrl, Genre.JAZZ);
	}

}
