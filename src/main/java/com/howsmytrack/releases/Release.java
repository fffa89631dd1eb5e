package com.howsmytrack.releases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.howsmytrack.track.Genre;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A release of a music service. Only [ReleaseStore] writes releases.
@Entity
@Immutable
class Release {

	@Id
	private long id;

	@Column(nullable = false)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private MusicService source;

	@Column(nullable = false)
	private String name;

	@Column(nullable = false)
	private String artistCredit;

	private @Nullable String kind;

	@Column(nullable = false)
	private Instant releasedAt;

	@Column(nullable = false)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private ReleaseDate.Precision datePrecision;

	@Column(nullable = false)
	private String url;

	private @Nullable String coverUrl;

	@Column(nullable = false)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<Genre> genres;

	/// Read with the release, in one statement.
	@ManyToMany(fetch = FetchType.EAGER)
	@JoinTable(name = "release_artist", joinColumns = @JoinColumn(name = "release_id"),
			inverseJoinColumns = @JoinColumn(name = "artist_id"))
	@OrderColumn(name = "position")
	@ListIndexBase(1)
	private List<Artist> artists;

	@SuppressWarnings("NullAway.Init")
	protected Release() {
	}

	/// Before, it is an announcement.
	boolean isOutAt(Instant time) {
		return !this.releasedAt.isAfter(time);
	}

	/// A gap in the positions is null in the list.
	private Stream<Artist> credited() {
		return this.artists.stream().filter(Objects::nonNull);
	}

	List<Long> artistIds() {
		return credited().map(Artist::id).toList();
	}

	/// @param followed the ids of artists that the reader follows
	ReleaseView view(Set<Long> followed) {
		return new ReleaseView(this.id, this.source, this.name, this.artistCredit, this.kind,
				new ReleaseDate(this.releasedAt, this.datePrecision).toString(), this.url, this.coverUrl,
				List.copyOf(this.genres),
				credited().map((artist) -> artist.view(followed.contains(artist.id()))).toList(), this.releasedAt);
	}

}
