package com.howsmytrack.releases;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.outbound.OutboundResponse;
import com.howsmytrack.outbound.RetryAfter;
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
			case TOO_MANY_REQUESTS -> throw SourceException.tooManyCalls(
					"%s got too many calls (%s)".formatted(service.displayName(), describe(response)),
					requestedWait(response));
			default -> throw SourceException.failed(service.displayName() + " answered " + describe(response));
		};
	}

	/// The status, and what the body says about it.
	String describe(OutboundResponse response) {
		String details = parse(response).map((body) -> body.path("error"))
			.stream()
			.flatMap((error) -> Stream.of(error, error.path("message"), error.path("reason")))
			.map((text) -> text.asString(""))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(", "));
		return ServiceText.cleaned(
				details.isEmpty() ? String.valueOf(response.status()) : "%d: %s".formatted(response.status(), details));
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

	/// ListenBrainz sends seconds in a header of its own.
	private @Nullable Duration requestedWait(OutboundResponse response) {
		return Stream.of("Retry-After", "X-RateLimit-Reset-In")
			.flatMap((name) -> response.header(name).stream())
			.flatMap((value) -> RetryAfter.read(value, this.clock.instant()).stream())
			.findFirst()
			.orElse(null);
	}

}
