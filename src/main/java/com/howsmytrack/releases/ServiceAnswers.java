package com.howsmytrack.releases;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.outbound.OutboundResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Turns answers of music services into JSON, or into the failure that they mean.
@Component
class ServiceAnswers {

	private static final int OK = 200;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private final JsonMapper json;

	private final Clock clock;

	ServiceAnswers(JsonMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	/// The document of a successful answer.
	JsonNode document(MusicService service, OutboundResponse response) {
		return switch (response.status()) {
			case OK -> parse(response)
				.orElseThrow(() -> SourceException.failed(service.displayName() + " answered no JSON document"));
			case TOO_MANY_REQUESTS -> throw SourceException
				.tooManyCalls(service.displayName() + " answered 429: too many calls", requestedWait(response));
			default -> throw SourceException.failed(service.displayName() + " answered " + describe(response));
		};
	}

	/// The status and the reason in the body, if there is one.
	String describe(OutboundResponse response) {
		JsonNode error = parse(response).map((body) -> body.path("error")).orElse(null);
		if (error == null) {
			return String.valueOf(response.status());
		}
		String reason = error.isString() ? error.stringValue() : error.path("message").asString("");
		return ServiceText.cleaned(
				reason.isEmpty() ? String.valueOf(response.status()) : "%d: %s".formatted(response.status(), reason));
	}

	/// Empty if the body is not a JSON object.
	private Optional<JsonNode> parse(OutboundResponse response) {
		try {
			return Optional.of(this.json.readTree(response.body())).filter(JsonNode::isObject);
		}
		catch (JacksonException invalid) {
			return Optional.empty();
		}
	}

	/// `Retry-After` has seconds or a date. ListenBrainz sends seconds in a header of its
	/// own.
	private @Nullable Duration requestedWait(OutboundResponse response) {
		return Stream.of("Retry-After", "X-RateLimit-Reset-In")
			.flatMap((name) -> response.header(name).stream())
			.flatMap((value) -> wait(value.strip()).stream())
			.findFirst()
			.orElse(null);
	}

	private Optional<Duration> wait(String value) {
		if (SECONDS.matcher(value).matches()) {
			return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
		}
		try {
			Instant end = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
			return Optional.of(Duration.between(this.clock.instant(), end)).filter(Duration::isPositive);
		}
		catch (DateTimeException neither) {
			return Optional.empty();
		}
	}

}
