package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.howsmytrack.feedback.GroupName;
import com.howsmytrack.track.Genre;

/// A group with its requests, responses and replies.
record DemoGroup(int daysAgo, List<DemoRequest> requests) {

	Instant formedAt(Instant now) {
		return now.minus(Duration.ofDays(this.daysAgo));
	}

	String name(long id) {
		return GroupName.of(id, genres());
	}

	/// The genres of the tracks.
	List<Genre> genres() {
		return this.requests.stream().filter(DemoRequest::hasTrack).map(DemoRequest::genre).distinct().toList();
	}

	/// A form for each member about each other member's track.
	List<DemoForm> forms() {
		return this.requests.stream()
			.filter(DemoRequest::hasTrack)
			.flatMap((about) -> this.requests.stream()
				.map(DemoRequest::owner)
				.filter((responder) -> !responder.equals(about.owner()))
				.map((responder) -> form(about, responder)))
			.toList();
	}

	private static DemoForm form(DemoRequest about, String responder) {
		DemoResponse response = about.responses()
			.stream()
			.filter((candidate) -> candidate.by().equals(responder))
			.findFirst()
			.orElse(null);
		return new DemoForm(about.owner(), responder, response);
	}

}
