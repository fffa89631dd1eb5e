package com.howsmytrack.releases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The releases of one answer of a music service, each of them once.
///
/// @param skipped how many entries have no valid id or date, or are too old
record FetchedPage(List<FetchedRelease> releases, long skipped) {

	/// @param entries empty for entries that are not usable. The last one of those with
	/// the same id counts
	static FetchedPage of(Collection<Optional<FetchedRelease>> entries) {
		Map<String, FetchedRelease> byId = new LinkedHashMap<>();
		entries.stream().flatMap(Optional::stream).forEach((release) -> byId.put(release.id(), release));
		return new FetchedPage(List.copyOf(byId.values()), entries.stream().filter(Optional::isEmpty).count());
	}

}
