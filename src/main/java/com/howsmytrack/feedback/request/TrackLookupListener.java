package com.howsmytrack.feedback.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.feedback.RequestTrackUnresolved;
import com.howsmytrack.track.RedirectToken;
import com.howsmytrack.track.ShortLinkResolved;
import com.howsmytrack.track.TrackFoundBroken;
import com.howsmytrack.track.TrackLink;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes requests after a look-up of their track, in its transaction. A request that was edited, withdrawn or grouped in
/// the meantime is found by its current track only. SQL, because each statement has to decide for the current row.
@Component
class TrackLookupListener {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	TrackLookupListener(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/// The short link of a grouped request is replaced too: only pending requests must
	/// name different tracks. If a request for the track is created at the same moment,
	/// the index decides, and the look-up is written again.
	@EventListener
	void on(ShortLinkResolved event) {
		ownersOf(event.shortKey()).stream()
			.filter((owner) -> !replaceTrack(owner.request(), event.track()))
			.forEach((owner) -> this.events.publishEvent(new RequestTrackUnresolved(owner.request(), owner.member())));
	}

	/// Not if another request for the track is pending.
	private boolean replaceTrack(long request, TrackLink track) {
		return this.jdbc
			.sql("""
					UPDATE feedback_request SET media_url = :url, media_type = :source, track_key = :key,
						redirect_token = :token
					WHERE id = :request AND (feedback_group_id IS NOT NULL OR NOT EXISTS (
						SELECT FROM feedback_request AS pending
						WHERE pending.feedback_group_id IS NULL AND coalesce(pending.track_key, pending.media_url) = :key))""")
			.param("url", track.url())
			.param("source", track.source().name())
			.param("key", track.key())
			.param("token", RedirectToken.of(track))
			.param("request", request)
			.update() == 1;
	}

	@EventListener
	void on(TrackFoundBroken event) {
		this.jdbc.sql("""
				SELECT id, account_id FROM feedback_request
				WHERE track_key = :key AND lower(media_url) = lower(:url)
				ORDER BY id""")
			.param("key", event.trackKey())
			.param("url", event.url())
			.query(TrackLookupListener::owner)
			.list()
			.forEach((owner) -> this.events.publishEvent(new RequestTrackBroken(owner.request(), owner.member())));
	}

	private List<Owner> ownersOf(String shortKey) {
		return this.jdbc
			.sql("SELECT id, account_id FROM feedback_request WHERE track_key = :key ORDER BY id FOR NO KEY UPDATE")
			.param("key", shortKey)
			.query(TrackLookupListener::owner)
			.list();
	}

	private static Owner owner(ResultSet row, int number) throws SQLException {
		return new Owner(row.getLong("id"), new AccountId(row.getLong("account_id")));
	}

	private record Owner(long request, AccountId member) {
	}

}
