package com.howsmytrack.admin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `usage_day`: the use of the service on past days, as the job `summarize-usage` last computed it.
///
/// A day has no entity: its row is inserted or replaced in one statement, and the rows of a period are read at once.
@Component
class UsageDays {

	private final JdbcClient jdbc;

	UsageDays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Days without a row are missing.
	/// @param from the first day
	/// @param to the last day
	SortedMap<LocalDate, UsageDay> between(LocalDate from, LocalDate to) {
		SortedMap<LocalDate, UsageDay> days = new TreeMap<>();
		this.jdbc.sql("""
				SELECT day, registrations, requests, groups_formed, responses_asked, responses_given FROM usage_day
				WHERE day BETWEEN :from AND :to""").param("from", from).param("to", to).query((row) -> {
			LocalDate day = row.getObject("day", LocalDate.class);
			days.put(day, new UsageDay(day, row.getLong("registrations"), row.getLong("requests"),
					row.getLong("groups_formed"), row.getLong("responses_asked"), row.getLong("responses_given")));
		});
		return days;
	}

	/// Replaces the row of that day, if there is one.
	void save(UsageDay day) {
		this.jdbc.sql("""
				INSERT INTO usage_day (day, registrations, requests, groups_formed, responses_asked, responses_given)
				VALUES (:day, :registrations, :requests, :groups, :asked, :given)
				ON CONFLICT (day) DO UPDATE SET registrations = excluded.registrations, requests = excluded.requests,
					groups_formed = excluded.groups_formed, responses_asked = excluded.responses_asked,
					responses_given = excluded.responses_given""")
			.param("day", day.day())
			.param("registrations", day.registrations())
			.param("requests", day.requests())
			.param("groups", day.groups())
			.param("asked", day.responsesAsked())
			.param("given", day.responsesGiven())
			.update();
	}

	Optional<LocalDate> firstDay() {
		return this.jdbc.sql("SELECT day FROM usage_day ORDER BY day LIMIT 1").query(LocalDate.class).optional();
	}

}
