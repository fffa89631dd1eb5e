package com.howsmytrack.benchmark;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// Prints the progress, because a run of full size takes an hour.
final class Progress {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

	private Progress() {
	}

	static void print(String what) {
		System.out.println(LocalTime.now().format(TIME) + "  " + what);
	}

}
