package com.howsmytrack.releases;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobSchedule;
import com.howsmytrack.persistence.BatchingReader;
import com.howsmytrack.persistence.BatchingReaders;
import com.howsmytrack.persistence.DatabaseOutage;
import com.howsmytrack.ratelimit.LocalRateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.ratelimit.RetryAfterHeader;
import com.howsmytrack.releases.NewestReleases.Row;
import com.howsmytrack.web.NetworkAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The REST resource `/api/artists`: the artists of the newest releases. `src/docs/openapi.yaml` describes it.
///
/// The body is bytes, so that its hash is the entity tag, and so that errors have one format whatever the caller accepts.
/// Callers that wait at the same time share a statement and a body. Without this, the resource reached 0.37 of the rate of the
/// bare SQL, and 0.74 with it (src/docs/benchmark.md): of the processor time of the service, 28 % was for reading rows, and 19 %
/// for JSON.
@Controller
class ArtistsController {

	private static final Logger logger = LoggerFactory.getLogger(ArtistsController.class);

	private static final JobName JOB = new JobName(FetchNewReleases.NAME);

	private static final Duration MAX_AGE = Duration.ofMinutes(1);

	private static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(1);

	private static final int DEFAULT_LIMIT = 20;

	private static final Pattern LIMIT = Pattern.compile("[1-9]|[1-4][0-9]|50");

	private final BatchingReader<Integer, ArtistsBody> bodies;

	private final NewestReleases releases;

	private final JobSchedule schedule;

	private final LocalRateLimit callsByNetwork;

	private final JsonMapper json;

	private final Clock clock;

	ArtistsController(NewestReleases releases, BatchingReaders readers, JobSchedule schedule, RateLimiter rateLimiter,
			ReleaseSettings settings, JsonMapper json, Clock clock) {
		this.releases = releases;
		this.schedule = schedule;
		this.callsByNetwork = rateLimiter.local(settings.apiCalls());
		this.json = json;
		this.clock = clock;
		this.bodies = readers.of("artists",
				(limits) -> limits.stream().collect(Collectors.toMap(Function.identity(), this::read)));
	}

	@GetMapping({ "/api/artists", "/api/artists/" })
	ResponseEntity<byte[]> artists(@RequestParam(name = "release_limit", required = false) @Nullable String limit,
			HttpServletRequest request) {
		Optional<Duration> wait = this.callsByNetwork.tryOnce(NetworkAddress.of(request).value());
		if (wait.isPresent()) {
			return problem(HttpStatus.TOO_MANY_REQUESTS, "Too many requests from this network. Try again later.",
					wait.get());
		}
		if (limit != null && !LIMIT.matcher(limit).matches()) {
			return problem(HttpStatus.BAD_REQUEST, "release_limit must be a whole number from 1 to 50.", null);
		}
		ArtistsBody body = this.bodies.of((limit != null) ? Integer.valueOf(limit) : DEFAULT_LIMIT).orElseThrow();
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
			.eTag(body.entityTag());
		if (body.changedAt() != null) {
			response.lastModified(body.changedAt());
		}
		return response.body(body.json());
	}

	private ArtistsBody read(int limit) {
		List<Row> rows = this.releases.read(limit);
		return ArtistsBody.of(rows, rows.isEmpty() ? nextFetch() : null, this.json);
	}

	private @Nullable Instant nextFetch() {
		return this.schedule.isActive() ? this.schedule.nextAfter(JOB, this.clock.instant()).orElse(null) : null;
	}

	@ExceptionHandler
	ResponseEntity<byte[]> unavailable(RuntimeException failure) {
		if (!(failure instanceof QueryTimeoutException) && !DatabaseOutage.isCauseOf(failure)) {
			logger.error("GET /api/artists failed", failure);
			return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The server has failed.", null);
		}
		logger.error("GET /api/artists failed: the database cannot be reached or is slow ({})", failure.getMessage());
		return problem(HttpStatus.SERVICE_UNAVAILABLE, "The service is temporarily unavailable. Try again later.",
				RETRY_AFTER_OUTAGE);
	}

	/// As RFC 9457 describes it.
	private ResponseEntity<byte[]> problem(HttpStatus status, String detail, @Nullable Duration wait) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "about:blank");
		problem.put("title", status.getReasonPhrase());
		problem.put("status", status.value());
		problem.put("detail", detail);
		ResponseEntity.BodyBuilder response = ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.cacheControl(CacheControl.noStore());
		if (wait != null) {
			response.header(HttpHeaders.RETRY_AFTER, RetryAfterHeader.seconds(wait));
		}
		return response.body(this.json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
	}

}
