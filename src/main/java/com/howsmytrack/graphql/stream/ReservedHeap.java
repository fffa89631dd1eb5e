package com.howsmytrack.graphql.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The heap that open streams have reserved, in bytes: of the whole instance and of each member. Not thread-safe.
final class ReservedHeap {

	private final long limit;

	private final long memberLimit;

	private long total;

	private final Map<Long, Long> totals = new HashMap<>();

	ReservedHeap(long limit, long memberLimit) {
		this.limit = limit;
		this.memberLimit = memberLimit;
	}

	/// Empty if the heap was reserved.
	Optional<StreamRejection> add(long member, long bytes) {
		if (this.total + bytes > this.limit) {
			return Optional.of(StreamRejection.INSTANCE_LIMIT);
		}
		if (this.totals.getOrDefault(member, 0L) + bytes > this.memberLimit) {
			return Optional.of(StreamRejection.MEMBER_HEAP_LIMIT);
		}
		change(member, bytes);
		return Optional.empty();
	}

	void remove(long member, long bytes) {
		change(member, -bytes);
	}

	private void change(long member, long bytes) {
		this.total += bytes;
		this.totals.merge(member, bytes, (before, added) -> (before + added > 0) ? Long.valueOf(before + added) : null);
	}

}
