package com.howsmytrack.releases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.track.Genre;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The artists that members follow, and the genres that they have chosen for their releases.
///
/// It uses no entities: the genres of a member are replaced together, and the command line, which has no Hibernate, creates
/// this class with the listeners of its jobs.
@Component
class ReleaseInterests implements PersonalData {

	private static final String ACCOUNT = "account";

	private final JdbcClient jdbc;

	ReleaseInterests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The ids of those artists that the member follows.
	@Transactional(readOnly = true)
	public Set<Long> followed(AccountId member, Collection<Long> artistIds) {
		return this.jdbc
			.sql("SELECT artist_id FROM followed_artist WHERE account_id = :account AND artist_id = ANY (:artists)")
			.param(ACCOUNT, member.value())
			.param("artists", artistIds.toArray(Long[]::new))
			.query((row, number) -> row.getLong("artist_id"))
			.set();
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
