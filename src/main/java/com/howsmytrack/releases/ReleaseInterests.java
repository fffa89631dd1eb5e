package com.howsmytrack.releases;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.track.Genre;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The artists that members follow, and the genres that they have chosen for their releases.
///
/// The rows have no entities: each change is one conditional statement.
@Component
class ReleaseInterests implements PersonalData {

	static final UserError UNKNOWN_ARTIST = new UserError(new ErrorCode("UNKNOWN_ARTIST"), "There is no such artist.",
			"artistId");

	static final UserError TOO_MANY_ARTISTS = new UserError(new ErrorCode("TOO_MANY_ARTISTS"),
			"You follow the largest number of artists. Stop following one first.", "artistId");

	private static final String ACCOUNT = "account";

	private static final String ARTIST = "artist";

	private final JdbcClient jdbc;

	private final ReleaseSettings settings;

	private final Clock clock;

	ReleaseInterests(JdbcClient jdbc, ReleaseSettings settings, Clock clock) {
		this.jdbc = jdbc;
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
		if (!exists(artist)) {
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

	/// Locks the artist, so that the job does not delete it meanwhile.
	private boolean exists(long artist) {
		return this.jdbc.sql("SELECT id FROM artist WHERE id = :artist FOR KEY SHARE")
			.param(ARTIST, artist)
			.query((row, number) -> row.getLong("id"))
			.optional()
			.isPresent();
	}

	/// An artist that the member does not follow is no error.
	@Transactional
	public void unfollow(AccountId member, long artist) {
		this.jdbc.sql("DELETE FROM followed_artist WHERE account_id = :account AND artist_id = :artist")
			.param(ACCOUNT, member.value())
			.param(ARTIST, artist)
			.update();
	}

	/// In the order of the enum.
	@Transactional(readOnly = true)
	public List<Genre> genresOf(AccountId member) {
		return this.jdbc.sql("SELECT genre FROM chosen_genre WHERE account_id = :account")
			.param(ACCOUNT, member.value())
			.query((row, number) -> Genre.valueOf(row.getString("genre")))
			.list()
			.stream()
			.sorted()
			.toList();
	}

	/// Replaces all chosen genres, in one statement.
	@Transactional
	public void choose(AccountId member, Collection<Genre> genres) {
		this.jdbc.sql("""
				WITH removed AS (
					DELETE FROM chosen_genre WHERE account_id = :account AND genre <> ALL (CAST(:genres AS text[]))
				)
				INSERT INTO chosen_genre (account_id, genre)
				SELECT :account, given.genre FROM unnest(CAST(:genres AS text[])) AS given (genre)
				ON CONFLICT DO NOTHING""")
			.param(ACCOUNT, member.value())
			.param("genres", genres.stream().map(Genre::name).distinct().toArray(String[]::new))
			.update();
	}

	@Override
	public String section() {
		return "releases";
	}

	@Override
	public Set<String> tables() {
		return Set.of("followed_artist", "chosen_genre");
	}

	@Override
	public Object of(AccountId account) {
		List<Map<String, Object>> artists = this.jdbc.sql("""
				SELECT artist.source, artist.name, followed_artist.followed_at
				FROM followed_artist JOIN artist ON artist.id = followed_artist.artist_id
				WHERE followed_artist.account_id = :account ORDER BY followed_artist.followed_at, artist.id""")
			.param(ACCOUNT, account.value())
			.query((row, number) -> Map.<String, Object>of("source", row.getString("source"), "name",
					row.getString("name"), "followedAt", Timestamps.instant(row, "followed_at").toString()))
			.list();
		return Map.of("followedArtists", artists, "genres", genresOf(account).stream().map(Genre::name).toList());
	}

}
