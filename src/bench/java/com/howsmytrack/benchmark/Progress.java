package com.howsmytrack.benchmark;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// What a benchmark is at: a run at full size takes an hour, and whoever waits wants to know.
final class Progress {

	private Progress() {
	}

	static void say(String what) {
		System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + what);
	}

}
