package com.howsmytrack.persistence;

/// Which part of a list is asked for that has the newest first, by ids.
///
/// @param olderThan ids from here on are left out
/// @param newerThan ids up to here are left out
/// @param size how many at most
/// @param oldest whether those at the end of that part are meant, rather than those at its beginning
public record PageRange(long olderThan, long newerThan, int size, boolean oldest) {

	/// The newest of all.
	public static PageRange newest(int size) {
		return new PageRange(Long.MAX_VALUE, 0, size, false);
	}

}
