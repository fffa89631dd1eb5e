package com.howsmytrack.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// A clock whose time changes only when a test advances it.
@Component
@Primary
public class AdjustableClock extends Clock {

	public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private volatile Instant now = NOON;

	public void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	void reset() {
		this.now = NOON;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
