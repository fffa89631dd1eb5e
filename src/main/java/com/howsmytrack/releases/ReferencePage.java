package com.howsmytrack.releases;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// The requests of one page. If a document selects the references of one of them, those of all are read together.
///
/// Not by a batch loader of GraphQL: it would make all operations slower, see `RequestExecutor`.
public final class ReferencePage {

	private final Function<Collection<Long>, Map<Long, List<ReleaseView>>> reader;

	/// Guarded by this, like the references: several operations of a member can share a
	/// page that was read for them together.
	private final Set<Long> requests = new HashSet<>();

	private @Nullable Map<Long, List<ReleaseView>> read;

	ReferencePage(Function<Collection<Long>, Map<Long, List<ReleaseView>>> reader) {
		this.reader = reader;
	}

	/// Adds a request before the page is complete.
	/// @return its references, in the order of the owner
	public synchronized Supplier<List<ReleaseView>> add(long request) {
		this.requests.add(request);
		return () -> of(request);
	}

	private synchronized List<ReleaseView> of(long request) {
		Map<Long, List<ReleaseView>> known = this.read;
		if (known == null) {
			known = this.reader.apply(this.requests);
			this.read = known;
		}
		return known.getOrDefault(request, List.of());
	}

}
