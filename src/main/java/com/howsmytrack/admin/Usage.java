package com.howsmytrack.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

import com.howsmytrack.account.admin.People;
import com.howsmytrack.feedback.admin.FeedbackFigures;

import org.springframework.stereotype.Component;

/// How the service was used on each day, in UTC. Days that have a row in the table are read with [UsageDays]; other
/// days, in particular today, are counted.
@Component
class Usage {

	private static final FeedbackFigures.Groups NONE = new FeedbackFigures.Groups(0, 0, 0);

	private final UsageDays days;

	private final People people;

	private final FeedbackFigures feedback;

	Usage(UsageDays days, People people, FeedbackFigures feedback) {
		this.days = days;
		this.people = people;
		this.feedback = feedback;
	}

	/// Every day from the first to the last, both included, also days without activity.
	List<UsageDay> between(LocalDate from, LocalDate to) {
		SortedMap<LocalDate, UsageDay> stored = this.days.between(from, to);
		List<UsageDay> all = new ArrayList<>();
		LocalDate next = from;
		for (UsageDay day : stored.values()) {
			all.addAll(count(next, day.day()));
			all.add(day);
			next = day.day().plusDays(1);
		}
		all.addAll(count(next, to.plusDays(1)));
		return all;
	}

	/// Counts the rows that exist now.
	/// @param from the first day
	/// @param end the day after the last
	List<UsageDay> count(LocalDate from, LocalDate end) {
		if (!from.isBefore(end)) {
			return List.of();
		}
		LocalDate to = end.minusDays(1);
		Map<LocalDate, Long> registrations = this.people.registrations(from, to);
		Map<LocalDate, Long> requests = this.feedback.requests(from, to);
		Map<LocalDate, FeedbackFigures.Groups> groups = this.feedback.groups(from, to);
		return from.datesUntil(end).map((day) -> {
			FeedbackFigures.Groups formed = groups.getOrDefault(day, NONE);
			return new UsageDay(day, registrations.getOrDefault(day, 0L), requests.getOrDefault(day, 0L),
					formed.formed(), formed.responsesAsked(), formed.responsesGiven());
		}).toList();
	}

	/// The first day with activity. Empty if there is none.
	Optional<LocalDate> firstDay() {
		return Stream.of(this.days.firstDay(), this.people.firstRegistration(), this.feedback.firstDay())
			.flatMap(Optional::stream)
			.min(LocalDate::compareTo);
	}

}
