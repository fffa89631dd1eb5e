package com.howsmytrack.releases;

import java.time.Duration;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class ReleaseSourcesTests {

	private static final String SOURCES = """
			{ releaseSources { service enabled lastSuccessAt lastFailureAt lastError failures nextTryAt } }""";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private SourceStates states;

	@Autowired
	private AdjustableClock clock;

	private AdminApi operator;

	@BeforeEach
	void anOperatorSignsIn() {
		this.operator = AdminApi.open(this.api, this.database);
	}

	@Test
	void showsSourcesThatWereNeverCalled() {
		this.operator.run(SOURCES)
			.hasNoErrors()
			.with("releaseSources.length()", 2)
			.with("releaseSources[0].service", "SPOTIFY")
			.with("releaseSources[0].enabled", false)
			.with("releaseSources[1].service", "LISTENBRAINZ")
			.with("releaseSources[1].enabled", true)
			.with("releaseSources[1].lastSuccessAt", null)
			.with("releaseSources[1].failures", 0);
	}

	@Test
	void showsTheLastSuccessTheLastErrorAndTheNextTry() {
		this.states.succeeded(MusicService.LISTENBRAINZ, AdjustableClock.NOON);
		this.states.failed(this.states.of(MusicService.LISTENBRAINZ),
				SourceException.tooManyCalls("ListenBrainz got too many calls (429)", Duration.ofHours(2)),
				AdjustableClock.NOON.plusSeconds(60));

		this.operator.run(SOURCES)
			.with("releaseSources[1].lastSuccessAt", "2026-03-01T12:00:00.000Z")
			.with("releaseSources[1].lastFailureAt", "2026-03-01T12:01:00.000Z")
			.with("releaseSources[1].lastError", "ListenBrainz got too many calls (429)")
			.with("releaseSources[1].failures", 1)
			.with("releaseSources[1].nextTryAt", "2026-03-01T14:01:00.000Z");

		this.clock.advance(Duration.ofHours(3));
		this.operator.run(SOURCES).with("releaseSources[1].nextTryAt", null);
	}

	/// Outbound calls are off in tests, as in development.
	@Test
	void anOperatorRunsTheJob() {
		this.operator.run("""
				mutation { runJob(job: FETCH_NEW_RELEASES, reason: "No releases yet.") {
					success run { outcome counts { name value } } } }""")
			.with("runJob.success", true)
			.with("runJob.run.outcome", "SUCCEEDED");
	}

}
