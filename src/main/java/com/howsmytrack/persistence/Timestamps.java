package com.howsmytrack.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/// Reads and writes values of the type `timestamptz`, for which the driver has no conversion to `Instant`.
public final class Timestamps {

	private Timestamps() {
	}

	/// The value of a column that is not null.
	public static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/// The value of a column that is not null, with the offset `Z`.
	public static OffsetDateTime utc(ResultSet row, String column) throws SQLException {
		return utc(instant(row, column));
	}

	/// The value with the offset `Z`, for parameters of this type and for the API.
	public static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	/// The same for a value that can be absent.
	public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant time) {
		return (time != null) ? utc(time) : null;
	}

	/// The value with the offset `Z`.
	public static @Nullable OffsetDateTime utcOrNull(ResultSet row, String column) throws SQLException {
		return utcOrNull(instantOrNull(row, column));
	}

}
