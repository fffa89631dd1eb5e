package com.howsmytrack.feedback.request;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.howsmytrack.track.RequestedTracks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the links and keys of requests. SQL, because the job `check-tracks` uses it.
@Component
class JdbcRequestedTracks implements RequestedTracks {

	private final JdbcClient jdbc;

	JdbcRequestedTracks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The position is the account: it has one pending request, and an index of these.
	@Override
	public List<PendingLink> pendingAfter(long position, int count) {
		return this.jdbc.sql("""
				SELECT account_id, media_url FROM feedback_request
				WHERE feedback_group_id IS NULL AND account_id > :position AND track_key IS NOT NULL
				ORDER BY account_id LIMIT :count""")
			.param("position", position)
			.param("count", count)
			.query((row, _) -> new PendingLink(row.getLong("account_id"), row.getString("media_url")))
			.list();
	}

	@Override
	public Set<String> keysInUse(Collection<String> keys) {
		return this.jdbc.sql("SELECT DISTINCT track_key FROM feedback_request WHERE track_key = ANY (:keys)")
			.param("keys", keys.toArray(String[]::new))
			.query((row, _) -> row.getString("track_key"))
			.set();
	}

	@Override
	public Set<String> linksInUse(Collection<String> urls) {
		return this.jdbc.sql("SELECT DISTINCT media_url FROM feedback_request WHERE media_url = ANY (:urls)")
			.param("urls", urls.toArray(String[]::new))
			.query((row, _) -> row.getString("media_url"))
			.set();
	}

}
