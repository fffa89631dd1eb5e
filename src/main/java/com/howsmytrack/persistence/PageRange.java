package com.howsmytrack.persistence;

/// The part of a list, ordered newest first, that is requested.
///
/// @param olderThan excludes this id and larger ones
/// @param newerThan excludes this id and smaller ones
/// @param size the maximum number of rows
/// @param oldest whether the oldest rows of that part are requested, instead of the newest
public record PageRange(long olderThan, long newerThan, int size, boolean oldest) {

	/// The newest rows of the whole list.
	public static PageRange newest(int size) {
		return new PageRange(Long.MAX_VALUE, 0, size, false);
	}

}
