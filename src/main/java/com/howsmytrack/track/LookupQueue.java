package com.howsmytrack.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of look-ups. Each change of a claimed row is conditional on the lease, so that an instance that was too slow
/// changes nothing that another one has found.
@Component
class LookupQueue {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LookupSettings settings;

	LookupQueue(JdbcClient jdbc, Clock clock, LookupSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/// A result that is known already is due again only if it is old, if it has to be
	/// published for another request, or if the track may exist again.
	/// @param causedBy an account; null if it is not known any more
	void add(TrackLink link, @Nullable Long causedBy) {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO track_lookup AS known (track_key, url, host, caused_by, due_at)
				VALUES (:key, :url, :host, :causedBy, :now)
				ON CONFLICT (track_key) DO UPDATE SET url = excluded.url, caused_by = excluded.caused_by,
					state = 'DUE', due_at = excluded.due_at, failures = 0
				WHERE known.state <> 'DUE'
					AND (known.state = 'GONE' OR known.resolved_url IS NOT NULL OR known.finished_at < :old)""")
			.param("key", link.key())
			.param("url", link.url())
			.param("host", LookupHosts.of(link))
			.param("causedBy", causedBy)
			.param("now", Timestamps.utc(now))
			.param("old", Timestamps.utc(now.minus(this.settings.refreshAfter())))
			.update();
	}

	/// Makes the look-ups of links due again that ended some time ago. They are
	/// distributed over a time, so that the services get no burst of calls. A known
	/// target of a short link needs no call, so it is due at once.
	/// @return how many look-ups are due again
	int addAgain(Collection<TrackLink> links) {
		Map<String, TrackLink> byKey = links.stream()
			.collect(Collectors.toMap(TrackLink::key, Function.identity(), (first, _) -> first));
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				INSERT INTO track_lookup AS known (track_key, url, host, due_at)
				SELECT link.track_key, link.url, link.host, :now + random() * make_interval(secs => :within)
				FROM unnest(CAST(:keys AS text[]), CAST(:urls AS text[]), CAST(:hosts AS text[]))
					AS link (track_key, url, host)
				ON CONFLICT (track_key) DO UPDATE SET url = excluded.url, state = 'DUE', failures = 0,
					due_at = CASE WHEN known.resolved_url IS NULL THEN excluded.due_at ELSE :now END
				WHERE known.state <> 'DUE' AND known.finished_at < :old""")
			.param("now", Timestamps.utc(now))
			.param("within", this.settings.recheckWithin().toSeconds())
			.param("old", Timestamps.utc(now.minus(this.settings.recheckAfter())))
			.param("keys", texts(byKey.values(), TrackLink::key))
			.param("urls", texts(byKey.values(), TrackLink::url))
			.param("hosts", texts(byKey.values(), LookupHosts::of))
			.update();
	}

	private static String[] texts(Collection<TrackLink> links, Function<TrackLink, String> text) {
		return links.stream().map(text).toArray(String[]::new);
	}

	/// The hosts that have due look-ups.
	Set<String> dueHosts() {
		return this.jdbc.sql("SELECT DISTINCT host FROM track_lookup WHERE due_at <= :now")
			.param("now", Timestamps.utc(this.clock.instant()))
			.query((row, _) -> row.getString("host"))
			.set();
	}

	/// Takes the first due look-up of a host until the end of a lease. Empty if none is
	/// due.
	Optional<TrackLookup> claim(String host) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				UPDATE track_lookup SET due_at = :leaseEnd
				WHERE track_key = (
					SELECT track_key FROM track_lookup WHERE host = :host AND due_at <= :now
					ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
				RETURNING track_key, url, caused_by, failures, gone_since, resolved_url, due_at""")
			.param("host", host)
			.param("now", Timestamps.utc(now))
			.param("leaseEnd", Timestamps.utc(now.plus(this.settings.lease())))
			.query(LookupQueue::lookup)
			.optional();
	}

	/// Makes the look-up due again. Has no effect after the lease.
	void postpone(TrackLookup claimed, Instant until, int failures, @Nullable Instant goneSince) {
		this.jdbc.sql("""
				UPDATE track_lookup SET due_at = :until, failures = :failures, gone_since = :goneSince
				WHERE track_key = :key AND due_at = :leaseEnd""")
			.param("until", Timestamps.utc(until))
			.param("failures", failures)
			.param("goneSince", Timestamps.utcOrNull(goneSince))
			.param("key", claimed.key())
			.param("leaseEnd", Timestamps.utc(claimed.leaseEnd()))
			.update();
	}

	/// Ends the look-up.
	/// @param resolvedUrl null for a look-up of a title
	/// @return false after the lease; nothing is changed then
	boolean finish(TrackLookup claimed, LookupState state, @Nullable String resolvedUrl, TrackTitle title) {
		return this.jdbc
			.sql("""
					UPDATE track_lookup SET state = :state, due_at = NULL, finished_at = :now, caused_by = NULL, failures = 0,
						gone_since = CASE WHEN :state = 'GONE' THEN gone_since END,
						resolved_url = coalesce(:resolvedUrl, resolved_url),
						title = CASE WHEN :state = 'FOUND' THEN :title ELSE title END,
						artist = CASE WHEN :state = 'FOUND' THEN :artist ELSE artist END
					WHERE track_key = :key AND due_at = :leaseEnd""")
			.param("state", state.name())
			.param("now", Timestamps.utc(this.clock.instant()))
			.param("resolvedUrl", resolvedUrl)
			.param("title", title.title())
			.param("artist", title.artist())
			.param("key", claimed.key())
			.param("leaseEnd", Timestamps.utc(claimed.leaseEnd()))
			.update() == 1;
	}

	/// Deletes finished look-ups, and those that this account caused. Those of others
	/// stay due.
	void delete(long causedBy, Collection<String> keys, Collection<String> resolvedUrls) {
		this.jdbc.sql("""
				DELETE FROM track_lookup
				WHERE (track_key = ANY (:keys) OR resolved_url = ANY (:resolvedUrls))
					AND (caused_by IS NULL OR caused_by = :causedBy)""")
			.param("keys", keys.toArray(String[]::new))
			.param("resolvedUrls", resolvedUrls.toArray(String[]::new))
			.param("causedBy", causedBy)
			.update();
	}

	private static TrackLookup lookup(ResultSet row, int number) throws SQLException {
		return new TrackLookup(row.getString("track_key"), row.getString("url"), row.getObject("caused_by", Long.class),
				row.getInt("failures"), Timestamps.instantOrNull(row, "gone_since"), row.getString("resolved_url"),
				Timestamps.instant(row, "due_at"));
	}

}
