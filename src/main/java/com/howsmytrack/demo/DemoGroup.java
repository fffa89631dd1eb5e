package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import com.howsmytrack.feedback.GroupName;
import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// A group with its requests, responses and replies.
record DemoGroup(int daysAgo, List<DemoRequest> requests) {

	/// The time of the assignment run, as in the default schedule.
	static final LocalTime ASSIGNMENT_RUN = LocalTime.of(2, 30);

	Instant formedAt(Instant now) {
		return LocalDate.ofInstant(now, ZoneOffset.UTC)
			.minusDays(this.daysAgo)
			.atTime(ASSIGNMENT_RUN)
			.toInstant(ZoneOffset.UTC);
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

	/// An hour after the response was submitted and the owner of the track had submitted
	/// all own forms, because only then can the owner rate it. Null if it is not rated.
	@Nullable Instant ratedAt(DemoForm form, Instant now) {
		DemoResponse response = form.response();
		if (response == null || response.rating() == null) {
			return null;
		}
		int hours = this.requests.stream()
			.flatMap((request) -> request.responses().stream())
			.filter((other) -> other.by().equals(form.owner()) || other.equals(response))
			.mapToInt(DemoResponse::hoursLater)
			.max()
			.orElseThrow();
		return formedAt(now).plus(Duration.ofHours(hours + 1));
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
