package com.howsmytrack.graphql;

import com.howsmytrack.persistence.PageRange;
import org.jspecify.annotations.Nullable;

/// The arguments of every connection.
public record PageArguments(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
		@Nullable String before) {

	public PageRange range() {
		return PageConnections.range(this.first, this.after, this.last, this.before);
	}

}
