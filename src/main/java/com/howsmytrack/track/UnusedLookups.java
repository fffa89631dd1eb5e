package com.howsmytrack.track;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes look-ups that no request names: their links, titles and targets of short links can contain secrets of members
/// who have changed or deleted the request, or who have deleted the account.
@Component
class UnusedLookups {

	private final JdbcClient jdbc;

	private final RequestedTracks requested;

	UnusedLookups(JdbcClient jdbc, RequestedTracks requested) {
		this.jdbc = jdbc;
		this.requested = requested;
	}

	/// The next look-ups in the order of their keys.
	List<Known> after(String key, int count) {
		return this.jdbc.sql(
				"SELECT track_key, resolved_url FROM track_lookup WHERE track_key > :key ORDER BY track_key LIMIT :count")
			.param("key", key)
			.param("count", count)
			.query((row, _) -> new Known(row.getString("track_key"), row.getString("resolved_url")))
			.list();
	}

	/// In a transaction. The requests are read a second time after the rows are locked:
	/// a transaction that creates a request locks the row of its look-up too, and can
	/// have ended in between. A row that is locked already is left for the next run.
	/// @return how many are deleted
	long deleteUnused(Collection<Known> lookups) {
		Set<String> unused = keys(unused(lookups));
		Set<String> locked = this.jdbc
			.sql("SELECT track_key FROM track_lookup WHERE track_key = ANY (:keys) FOR UPDATE SKIP LOCKED")
			.param("keys", unused.toArray(String[]::new))
			.query((row, _) -> row.getString("track_key"))
			.set();
		Set<String> deleted = keys(unused(lookups.stream().filter((lookup) -> locked.contains(lookup.key())).toList()));
		return this.jdbc.sql("DELETE FROM track_lookup WHERE track_key = ANY (:keys)")
			.param("keys", deleted.toArray(String[]::new))
			.update();
	}

	/// The look-up of a short link is in use as long as a request has the link to which
	/// it leads.
	private List<Known> unused(Collection<Known> lookups) {
		Set<String> keys = this.requested.keysInUse(keys(lookups));
		Set<String> links = this.requested
			.linksInUse(lookups.stream().flatMap(Known::target).collect(Collectors.toSet()));
		return lookups.stream()
			.filter((lookup) -> !keys.contains(lookup.key()))
			.filter((lookup) -> lookup.target().noneMatch(links::contains))
			.toList();
	}

	private static Set<String> keys(Collection<Known> lookups) {
		return lookups.stream().map(Known::key).collect(Collectors.toSet());
	}

	/// A look-up.
	///
	/// @param resolvedUrl the link to which a short link leads; null for others
	record Known(String key, @Nullable String resolvedUrl) {

		private Stream<String> target() {
			return Stream.ofNullable(this.resolvedUrl);
		}

	}

}
