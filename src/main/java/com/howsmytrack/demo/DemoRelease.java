package com.howsmytrack.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// A release of a music service.
///
/// @param daysAgo when it came out
/// @param precision what is known of the date: `DAY`, `MONTH` or `YEAR`
record DemoRelease(String source, String name, List<String> artists, String kind, int daysAgo, String precision,
		List<Genre> genres) {

	// The YAML file omits the usual precision and empty lists.
	DemoRelease(String source, String name, List<String> artists, String kind, int daysAgo, @Nullable String precision,
			@Nullable List<Genre> genres) {
		this.source = source;
		this.name = name;
		this.artists = artists;
		this.kind = kind;
		this.daysAgo = daysAgo;
		this.precision = (precision != null) ? precision : "DAY";
		this.genres = (genres != null) ? genres : List.of();
	}

	/// The names of all artists, as the music service writes them.
	String artistCredit() {
		return String.join(", ", this.artists);
	}

	/// The beginning of the day, the month or the year.
	Instant releasedAt(Instant now) {
		LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(this.daysAgo);
		LocalDate beginning = switch (this.precision) {
			case "YEAR" -> day.withDayOfYear(1);
			case "MONTH" -> day.withDayOfMonth(1);
			default -> day;
		};
		return beginning.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	String externalId() {
		return idOf(this.name);
	}

	String url() {
		return (isOnSpotify() ? "https://open.spotify.com/album/" : "https://listenbrainz.org/release/") + externalId();
	}

	String artistUrl(String artist) {
		return (isOnSpotify() ? "https://open.spotify.com/artist/" : "https://listenbrainz.org/artist/") + idOf(artist);
	}

	private boolean isOnSpotify() {
		return "SPOTIFY".equals(this.source);
	}

	/// An id that no release and no artist of a music service has.
	static String idOf(String name) {
		return "howsmytrack-demo-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
	}

}
