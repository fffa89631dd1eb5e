package com.howsmytrack.persistence;

import java.util.List;
import java.util.function.Function;

/// A part of a list that is ordered newest first.
///
/// @param newer whether there are newer rows, as far as known
/// @param older whether there are older rows, as far as known
public record Page<T>(List<T> rows, boolean newer, boolean older) {

	/// The same page with each row converted.
	public <R> Page<R> map(Function<T, R> change) {
		return new Page<>(this.rows.stream().map(change).toList(), this.newer, this.older);
	}

}
