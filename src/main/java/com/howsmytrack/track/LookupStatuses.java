package com.howsmytrack.track;

import java.time.Clock;

import com.howsmytrack.outbound.OutboundResponse;

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
			case 429 -> new LookupResult.Limited(RetryAfter.of(response.header("Retry-After").orElse(""),
					this.clock.instant(), this.settings.leastWait(), this.settings.mostWait()));
			case 408, 425 -> new LookupResult.Failed();
			default -> (response.status() >= 500) ? new LookupResult.Failed() : new LookupResult.Nothing();
		};
	}

}
