package com.howsmytrack.releases;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobSchedule;
import com.howsmytrack.persistence.Readers;
import com.howsmytrack.ratelimit.LocalRateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@DatabaseTest
class ArtistsControllerTests {

	private final OpenApiDocument document = new OpenApiDocument();

	private final JobSchedule schedule = mock();

	private final LocalRateLimit calls = mock();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AdjustableClock clock;

	@BeforeEach
	void allCallsAreAllowed() {
		given(this.calls.tryOnce(any())).willReturn(Optional.empty());
	}

	@Test
	void tellsWhenReleasesAreFetchedIfThereAreNone() {
		given(this.schedule.isActive()).willReturn(true);
		given(this.schedule.nextAfter(new JobName("fetch-new-releases"), AdjustableClock.NOON))
			.willReturn(Optional.of(Instant.parse("2026-03-01T12:07:00Z")));

		MvcTestResult answer = get(this.jdbc);

		assertThat(answer).hasStatusOk()
			.bodyText()
			.isEqualTo("{\"artists\":[],\"nextFetchAt\":\"2026-03-01T12:07:00Z\"}")
			.satisfies((body) -> assertThat(this.document.violations(200, "application/json", Api.JSON.readTree(body)))
				.isEmpty());
	}

	@Test
	void rejectsFloodsWithAProblem() {
		given(this.calls.tryOnce("127.0.0.1")).willReturn(Optional.of(Duration.ofMillis(1500)));

		MvcTestResult answer = get(this.jdbc);

		assertThat(answer).hasHeader("Retry-After", "2");
		isProblem(answer, HttpStatus.TOO_MANY_REQUESTS);
	}

	@Test
	void answersAnOutageOfTheDatabaseWithAProblem() throws SQLException {
		DataSource broken = mock();
		given(broken.getConnection()).willThrow(new SQLTransientConnectionException("No connection"));

		MvcTestResult answer = get(JdbcClient.create(broken));

		assertThat(answer).hasHeader("Retry-After", "1");
		isProblem(answer, HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void answersADefectWithAProblemThatTellsNothingAboutIt() {
		given(this.schedule.isActive()).willThrow(new IllegalStateException("secret"));

		MvcTestResult answer = get(this.jdbc);

		isProblem(answer, HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(answer).bodyText().doesNotContain("secret");
	}

	private void isProblem(MvcTestResult answer, HttpStatus status) {
		assertThat(answer).hasStatus(status)
			.hasContentType("application/problem+json")
			.hasHeader("Cache-Control", "no-store")
			.bodyText()
			.satisfies((body) -> assertThat(
					this.document.violations(status.value(), "application/problem+json", Api.JSON.readTree(body)))
				.isEmpty());
	}

	private MvcTestResult get(JdbcClient client) {
		RateLimiter limiter = mock();
		given(limiter.local(any())).willReturn(this.calls);
		return MockMvcTester
			.of(new ArtistsController(new NewestReleases(client, this.clock), Readers.create(), this.schedule, limiter,
					FetchFixture.settings(FetchFixture.NO_SPOTIFY, false), Api.JSON, this.clock))
			.get()
			.uri("/api/artists")
			.exchange();
	}

}
