package com.howsmytrack.releases;

import com.howsmytrack.releases.ReleaseView.ArtistView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An artist of a music service. Only [ReleaseStore] writes artists.
@Entity
@Immutable
class Artist {

	@Id
	private long id;

	@Column(nullable = false)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private MusicService source;

	@Column(nullable = false)
	private String name;

	private @Nullable String url;

	@SuppressWarnings("NullAway.Init")
	protected Artist() {
	}

	long id() {
		return this.id;
	}

	ArtistView view(boolean followed) {
		return new ArtistView(this.id, this.source, this.name, this.url, followed);
	}

}
