package com.howsmytrack.persistence;

import java.util.List;
import java.util.function.Function;

/// A part of a list that has the newest first.
///
/// @param newer whether there are more before these, as far as is known
/// @param older whether there are more behind these, as far as is known
public record Page<T>(List<T> rows, boolean newer, boolean older) {

	/// The same part, each row made into something else.
	public <R> Page<R> map(Function<T, R> change) {
		return new Page<>(this.rows.stream().map(change).toList(), this.newer, this.older);
	}

}
