package com.howsmytrack.releases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date of which only the year or the month may be known.
///
/// @param beginning of the year, month or day, in UTC
record ReleaseDate(Instant beginning, Precision precision) {

	private static final Pattern TEXT = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

	private static final int MONTH_GROUP = 2;

	private static final int DAY_GROUP = 3;

	/// What of the date is known. The names are those of the database.
	enum Precision {

		YEAR("2026".length()), MONTH("2026-11".length()), DAY("2026-11-27".length());

		private final int length;

		Precision(int length) {
			this.length = length;
		}

	}

	/// Empty if the text is not a date. Music services send `0000` for an unknown year.
	static Optional<ReleaseDate> parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches() || text.startsWith("0000")) {
			return Optional.empty();
		}
		try {
			LocalDate day = LocalDate.of(Integer.parseInt(parts.group(1)), number(parts, MONTH_GROUP),
					number(parts, DAY_GROUP));
			Precision precision = (parts.group(MONTH_GROUP) == null) ? Precision.YEAR
					: (parts.group(DAY_GROUP) == null) ? Precision.MONTH : Precision.DAY;
			return Optional.of(new ReleaseDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision));
		}
		catch (DateTimeException noSuchDay) {
			return Optional.empty();
		}
	}

	private static int number(Matcher parts, int group) {
		String digits = parts.group(group);
		return (digits != null) ? Integer.parseInt(digits) : 1;
	}

	/// The known part, for example `2026-11`.
	@Override
	public String toString() {
		return this.beginning.atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, this.precision.length);
	}

}
