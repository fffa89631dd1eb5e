package com.howsmytrack.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.howsmytrack.account.admin.People;
import com.howsmytrack.feedback.admin.FeedbackFigures;

import org.springframework.stereotype.Component;

/// How the service is used, day by day, as days are in UTC. Counted is what is there now: an account that was deleted is
/// gone from its day as well.
@Component
class Usage {

	private static final FeedbackFigures.Groups NONE = new FeedbackFigures.Groups(0, 0, 0);

	private final People people;

	private final FeedbackFigures feedback;

	Usage(People people, FeedbackFigures feedback) {
		this.people = people;
		this.feedback = feedback;
	}

	/// Every day from the first to the last, both included, also those on which nothing
	/// happened.
	List<UsageDay> between(LocalDate from, LocalDate to) {
		Map<LocalDate, Long> registrations = this.people.registrations(from, to);
		Map<LocalDate, Long> requests = this.feedback.requests(from, to);
		Map<LocalDate, FeedbackFigures.Groups> groups = this.feedback.groups(from, to);
		return from.datesUntil(to.plusDays(1)).map((day) -> {
			FeedbackFigures.Groups formed = groups.getOrDefault(day, NONE);
			return new UsageDay(day, registrations.getOrDefault(day, 0L), requests.getOrDefault(day, 0L),
					formed.formed(), formed.responsesAsked(), formed.responsesGiven());
		}).toList();
	}

	/// On which anything is known to have happened. Empty when nothing has.
	Optional<LocalDate> firstDay() {
		return Stream.of(this.people.firstRegistration(), this.feedback.firstDay())
			.flatMap(Optional::stream)
			.min(LocalDate::compareTo);
	}

}
