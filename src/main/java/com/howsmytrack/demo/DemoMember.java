package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;

/// An account of the demo.
record DemoMember(String name, int joinedDaysAgo, boolean operator, boolean remindersOff) {

	static String addressOf(String name) {
		return name + "@demo.howsmytrack.com";
	}

	String address() {
		return addressOf(this.name);
	}

	Instant joinedAt(Instant now) {
		return now.minus(Duration.ofDays(this.joinedDaysAgo));
	}

}
