package com.howsmytrack.persistence;

/// The position of a row in a list that is ordered by a column and then by the id.
///
/// @param leading the value of the column before the id, for a time the microseconds since 1970; any value if the list is
/// ordered by the id only
public record RowPosition(long leading, long id) {

	/// After the newest row.
	public static final RowPosition END = new RowPosition(Long.MAX_VALUE, Long.MAX_VALUE);

	/// Before the oldest row.
	public static final RowPosition BEGINNING = new RowPosition(0, 0);

}
