package com.howsmytrack.feedback.admin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.persistence.Timestamps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts requests, groups and responses for each day (UTC).
@Component
public class FeedbackFigures {

	private final JdbcClient jdbc;

	FeedbackFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The number of requests created on each day that still exist. Days without requests
	/// are missing.
	/// @param from the first day
	/// @param to the last day
	public Map<LocalDate, Long> requests(LocalDate from, LocalDate to) {
		Map<LocalDate, Long> requests = new HashMap<>();
		this.jdbc.sql("SELECT day, requests FROM requests_per_day(:from, :end)")
			.param("from", beginning(from))
			.param("end", beginning(to.plusDays(1)))
			.query((row) -> {
				requests.put(row.getObject("day", LocalDate.class), row.getLong("requests"));
			});
		return requests;
	}

	/// The groups formed on each day. Days without groups are missing.
	/// @param from the first day
	/// @param to the last day
	public Map<LocalDate, Groups> groups(LocalDate from, LocalDate to) {
		Map<LocalDate, Groups> groups = new HashMap<>();
		this.jdbc.sql("SELECT day, formed, asked, given FROM groups_per_day(:from, :end)")
			.param("from", beginning(from))
			.param("end", beginning(to.plusDays(1)))
			.query((row) -> {
				groups.put(row.getObject("day", LocalDate.class),
						new Groups(row.getLong("formed"), row.getLong("asked"), row.getLong("given")));
			});
		return groups;
	}

	/// The day of the first request or group. Empty if there is none.
	public Optional<LocalDate> firstDay() {
		return this.jdbc.sql("""
				SELECT least((SELECT created_at FROM feedback_request ORDER BY id LIMIT 1),
					(SELECT created_at FROM feedback_group ORDER BY id LIMIT 1)) AS first""")
			.query((row, _) -> Optional.ofNullable(Timestamps.utcOrNull(row, "first")))
			.single()
			.map(OffsetDateTime::toLocalDate);
	}

	private static OffsetDateTime beginning(LocalDate day) {
		return day.atStartOfDay().atOffset(ZoneOffset.UTC);
	}

	/// The groups of a day.
	///
	/// @param formed the number of groups
	/// @param responsesAsked the number of forms that their members got, without forms
	/// that were deleted
	/// @param responsesGiven how many of these are submitted
	public record Groups(long formed, long responsesAsked, long responsesGiven) {
	}

}
