package com.howsmytrack.persistence;

/// The part of a list, ordered newest first, that is requested.
///
/// @param olderThan excludes the row at this position and newer ones
/// @param newerThan excludes the row at this position and older ones
/// @param size the maximum number of rows
/// @param oldest whether the oldest rows of that part are requested, instead of the newest
public record PageRange(RowPosition olderThan, RowPosition newerThan, int size, boolean oldest) {

	/// The newest rows of the whole list.
	public static PageRange newest(int size) {
		return new PageRange(RowPosition.END, RowPosition.BEGINNING, size, false);
	}

}
