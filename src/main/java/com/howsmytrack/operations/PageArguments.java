package com.howsmytrack.operations;

import com.howsmytrack.database.PageRange;
import org.jspecify.annotations.Nullable;

/// The arguments that every connection has.
record PageArguments(@Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {

	PageRange range() {
		return Connections.range(this.first, this.after, this.last, this.before);
	}

}
