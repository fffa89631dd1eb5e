package com.howsmytrack.track;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the titles that are stored.
@Component
public class TrackTitles {

	private final JdbcClient jdbc;

	TrackTitles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Begins a page, whose titles are read in one statement.
	public PageTracks page() {
		return new PageTracks(this);
	}

	/// By key; tracks without a title are missing.
	Map<String, TrackTitle> of(Collection<String> keys) {
		return this.jdbc.sql("""
				SELECT track_key, title, artist FROM track_lookup
				WHERE track_key = ANY ((SELECT :keys)::text[]) AND (title IS NOT NULL OR artist IS NOT NULL)""")
			.param("keys", keys.toArray(String[]::new))
			.query((row, number) -> Map.entry(row.getString("track_key"),
					new TrackTitle(row.getString("title"), row.getString("artist"))))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
