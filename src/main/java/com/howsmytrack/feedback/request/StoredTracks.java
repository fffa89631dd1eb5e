package com.howsmytrack.feedback.request;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.track.StoredLinks;
import com.howsmytrack.track.TrackLink;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the links of requests by the tokens of their redirect addresses. The links of a deleted account have no tokens.
@Component
class StoredTracks implements StoredLinks {

	private static final String LINK = "SELECT media_url FROM feedback_request WHERE redirect_token = :token";

	private final JdbcClient jdbc;

	private final TrackAddresses addresses;

	StoredTracks(JdbcClient jdbc, TrackAddresses addresses) {
		this.jdbc = jdbc;
		this.addresses = addresses;
	}

	@Override
	public Optional<TrackLink> trackOf(String mediaUrl) {
		return this.addresses.tokenIn(mediaUrl).flatMap(this::withToken);
	}

	Optional<TrackLink> withToken(String token) {
		return this.jdbc.sql(LINK)
			.param("token", token)
			.query((row, _) -> row.getString("media_url"))
			.optional()
			.flatMap(TrackLink::parse);
	}

	/// The track of the member's own request, if the address is that of the request.
	Optional<TrackLink> trackOf(AccountId owner, long requestId, String mediaUrl) {
		return this.addresses.tokenIn(mediaUrl)
			.flatMap((token) -> this.jdbc.sql(LINK + " AND id = :id AND account_id = :owner")
				.param("token", token)
				.param("id", requestId)
				.param("owner", owner.value())
				.query((row, _) -> row.getString("media_url"))
				.optional())
			.flatMap(TrackLink::parse);
	}

}
