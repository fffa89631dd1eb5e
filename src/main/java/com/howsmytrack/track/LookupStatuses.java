package com.howsmytrack.track;

import java.time.Clock;
import java.time.Duration;

import com.howsmytrack.outbound.OutboundResponse;
import com.howsmytrack.outbound.RetryAfter;

import org.springframework.stereotype.Component;

/// What a status without usable content means.
@Component
class LookupStatuses {

	private final LookupSettings settings;

	private final Clock clock;

	LookupStatuses(LookupSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/// A private track, or one that must not be embedded, has the status 401 or 403. It
	/// is not gone.
	LookupResult withoutContent(OutboundResponse response) {
		return switch (response.status()) {
			case 404, 410 -> new LookupResult.Gone();
			case 429 -> new LookupResult.Limited(wait(response));
			case 408, 425 -> new LookupResult.Failed();
			default -> (response.status() >= 500) ? new LookupResult.Failed() : new LookupResult.Nothing();
		};
	}

	/// A service can stop look-ups for a limited time only.
	private Duration wait(OutboundResponse response) {
		Duration least = this.settings.leastWait();
		Duration most = this.settings.mostWait();
		Duration asked = response.header("Retry-After")
			.flatMap((value) -> RetryAfter.read(value, this.clock.instant()))
			.orElse(least);
		return (asked.compareTo(least) < 0) ? least : (asked.compareTo(most) > 0) ? most : asked;
	}

}
