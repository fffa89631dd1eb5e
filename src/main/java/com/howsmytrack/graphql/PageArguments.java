package com.howsmytrack.graphql;

import com.howsmytrack.persistence.PageRange;
import org.jspecify.annotations.Nullable;

/// The arguments of every connection.
public record PageArguments(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
		@Nullable String before) {

	/// The requested part of a list that is ordered by the id.
	public PageRange range() {
		return PageConnections.range(this, Cursor.OF_ID);
	}

	/// The requested part of a list that is ordered by another column before the id.
	public PageRange positions() {
		return PageConnections.range(this, Cursor.OF_POSITION);
	}

}
