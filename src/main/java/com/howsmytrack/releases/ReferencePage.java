package com.howsmytrack.releases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import com.howsmytrack.persistence.PageRead;

/// The requests of one page. If a document selects the references of one of them, those of all are read together.
public final class ReferencePage {

	private final PageRead<Long, Map<Long, List<ReleaseView>>> references;

	ReferencePage(Function<Set<Long>, Map<Long, List<ReleaseView>>> reader) {
		this.references = new PageRead<>(reader);
	}

	/// Adds a request before the page is complete.
	/// @return its references, in the order of the owner
	public Supplier<List<ReleaseView>> add(long request) {
		this.references.add(request);
		return () -> this.references.result().getOrDefault(request, List.of());
	}

}
