package com.howsmytrack.releases;

import java.time.Clock;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.Timestamps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Members follow artists. The rows have no entity: one conditional `INSERT` limits their number.
@Component
class ArtistFollowing {

	static final UserError UNKNOWN_ARTIST = new UserError(new ErrorCode("UNKNOWN_ARTIST"), "There is no such artist.",
			"artistId");

	static final UserError TOO_MANY_ARTISTS = new UserError(new ErrorCode("TOO_MANY_ARTISTS"),
			"You follow the largest number of artists. Stop following one first.", "artistId");

	private static final String ACCOUNT = "account";

	private static final String ARTIST = "artist";

	private final JdbcClient jdbc;

	private final Artists artists;

	private final ReleaseSettings settings;

	private final Clock clock;

	ArtistFollowing(JdbcClient jdbc, Artists artists, ReleaseSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.artists = artists;
		this.settings = settings;
		this.clock = clock;
	}

	/// Following an artist again changes nothing.
	@Transactional
	public Optional<UserError> follow(AccountId member, long artist) {
		// Two calls of one member at the same time would both see the last free place.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('followed_artist', :account))")
			.param(ACCOUNT, member.value())
			.query((row, number) -> true)
			.single();
		if (this.artists.findLockedById(artist).isEmpty()) {
			return Optional.of(UNKNOWN_ARTIST);
		}
		int followed = this.jdbc
			.sql("""
					INSERT INTO followed_artist (account_id, artist_id, followed_at)
					SELECT :account, :artist, :now
					WHERE (SELECT count(*) FROM followed_artist WHERE account_id = :account AND artist_id <> :artist) < :most
					ON CONFLICT (account_id, artist_id) DO UPDATE SET followed_at = followed_artist.followed_at""")
			.param(ACCOUNT, member.value())
			.param(ARTIST, artist)
			.param("now", Timestamps.utc(this.clock.instant()))
			.param("most", this.settings.mostFollowed())
			.update();
		return (followed == 0) ? Optional.of(TOO_MANY_ARTISTS) : Optional.empty();
	}

	/// An artist that the member does not follow is no error.
	@Transactional
	public void unfollow(AccountId member, long artist) {
		this.jdbc.sql("DELETE FROM followed_artist WHERE account_id = :account AND artist_id = :artist")
			.param(ACCOUNT, member.value())
			.param(ARTIST, artist)
			.update();
	}

}
