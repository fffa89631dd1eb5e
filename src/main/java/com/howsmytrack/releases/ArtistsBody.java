package com.howsmytrack.releases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.releases.NewestReleases.Release;
import com.howsmytrack.releases.NewestReleases.Row;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The body of a response of `/api/artists`.
///
/// @param entityTag the hash of the JSON
/// @param changedAt when the content last changed; null if it is empty
@SuppressWarnings("ArrayRecordComponent")
record ArtistsBody(byte[] json, String entityTag, @Nullable Instant changedAt) {

	/// @param nextFetchAt when releases are fetched next, if there are none yet and this
	/// installation fetches them by a schedule
	static ArtistsBody of(List<Row> rows, @Nullable Instant nextFetchAt, JsonMapper mapper) {
		byte[] json = mapper.writeValueAsBytes(Artists.of(rows, nextFetchAt));
		return new ArtistsBody(json, '"' + DigestUtils.sha256Hex(json) + '"',
				rows.stream().map(Row::changedAt).max(Instant::compareTo).orElse(null));
	}

	private record Artists(List<Artist> artists, @Nullable String nextFetchAt) {

		static Artists of(List<Row> rows, @Nullable Instant nextFetchAt) {
			Map<Long, Artist> byId = new LinkedHashMap<>();
			rows.forEach(
					(row) -> byId.computeIfAbsent(row.artistId(), (_) -> Artist.of(row)).releases().add(row.release()));
			return new Artists(List.copyOf(byId.values()), (nextFetchAt != null) ? nextFetchAt.toString() : null);
		}

	}

	/// @param releases the releases of the selection, the newest first
	private record Artist(String id, MusicService source, String name, @Nullable String url, List<Release> releases) {

		static Artist of(Row row) {
			return new Artist(String.valueOf(row.artistId()), row.source(), row.artistName(), row.artistUrl(),
					new ArrayList<>());
		}

	}

}
