package com.howsmytrack.persistence;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// What belongs to the rows of one page and only some documents select. When it is needed for one row, it is read for all.
///
/// Not by a batch loader of GraphQL: it would make all operations slower, see `RequestExecutor`.
///
/// @param <K> identifies a row for the statement that reads
/// @param <T> what is read, mostly a map
public final class PageRead<K, T> {

	private final Function<Set<K>, T> reader;

	/// Guarded by this, like the result: several operations can share a page that was
	/// read for them together.
	private final Set<K> rows = new LinkedHashSet<>();

	private @Nullable T result;

	/// @param reader is called at most once, and not if the result is not needed
	public PageRead(Function<Set<K>, T> reader) {
		this.reader = reader;
	}

	/// Adds a row before the page is complete.
	public synchronized void add(K row) {
		this.rows.add(row);
	}

	/// What was read for all rows.
	public synchronized T result() {
		T known = this.result;
		if (known == null) {
			known = this.reader.apply(this.rows);
			this.result = known;
		}
		return known;
	}

}
