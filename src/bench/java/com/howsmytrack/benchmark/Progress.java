package com.howsmytrack.benchmark;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// What a benchmark is at: a run at full size takes an hour, and whoever waits wants to know.
final class Progress {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

	private Progress() {
	}

	static void say(String what) {
		System.out.println(LocalTime.now().format(TIME) + "  " + what);
	}

}
