package com.howsmytrack.releases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.howsmytrack.outbound.StandInAnswer;
import com.howsmytrack.testing.Api;

/// Answers with the shapes of the music services.
final class Answers {

	static final String TOKEN_URL = "https://accounts.spotify.com/api/token";

	static final String LISTENBRAINZ_URL = "https://api.listenbrainz.org/1/explore/fresh-releases/"
			+ "?days=14&past=true&future=false&sort=release_date";

	private Answers() {
	}

	static String browseUrl(int offset) {
		return "https://api.spotify.com/v1/browse/new-releases?limit=50&offset=" + offset;
	}

	static String searchUrl(int offset) {
		return "https://api.spotify.com/v1/search?q=tag:new&type=album&limit=10&offset=" + offset;
	}

	static StandInAnswer token(String value) {
		return StandInAnswer
			.json("{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"expires_in\": 3600}".formatted(value));
	}

	static StandInAnswer albums(boolean more, String... albums) {
		return StandInAnswer.json("""
				{"albums": {"href": "https://api.spotify.com/v1/browse/new-releases", "limit": 50, "offset": 0,
				"next": %s, "previous": null, "total": 100, "items": [%s]}}"""
			.formatted(more ? "\"https://elsewhere.example/next\"" : "null", String.join(",", albums)));
	}

	static StandInAnswer error(int status, String message) {
		return StandInAnswer.of(status, "application/json; charset=utf-8",
				"{\"error\": {\"status\": %d, \"message\": \"%s\"}}".formatted(status, message)
					.getBytes(StandardCharsets.UTF_8));
	}

	/// @param artists their ids; the name of `a1` is `Artist a1`
	static String album(String id, String name, String date, String... artists) {
		return """
				{"album_type": "album", "total_tracks": 9, "external_urls": {"spotify": "https://evil.example/"},
				"id": "%s", "images": [
					{"url": "https://i.scdn.co/image/ab640", "height": 640, "width": 640},
					{"url": "https://i.scdn.co/image/ab300", "height": 300, "width": 300},
					{"url": "https://evil.example/64", "height": 64, "width": 64}],
				"name": %s, "release_date": "%s", "release_date_precision": "day", "artists": [%s]}""".formatted(id,
				quoted(name), date,
				Arrays.stream(artists)
					.map((artist) -> "{\"id\": \"%1$s\", \"name\": \"Artist %1$s\"}".formatted(artist))
					.collect(Collectors.joining(",")));
	}

	static StandInAnswer freshReleases(String... releases) {
		return freshReleases(List.of(releases));
	}

	static StandInAnswer freshReleases(List<String> releases) {
		return StandInAnswer.json("{\"payload\": {\"releases\": [%s], \"total_count\": %d}}"
			.formatted(String.join(",", releases), releases.size()));
	}

	/// @param number distinguishes releases and their artists
	static String release(int number, String name, String date, String credit, int... artists) {
		return """
				{"artist_credit_name": %s, "artist_mbids": [%s], "caa_id": 40000000000, "caa_release_mbid": "%s",
				"listen_count": 3, "release_date": "%s", "release_group_mbid": "%s", "release_group_primary_type": "Single",
				"release_mbid": "%s", "release_name": %s, "release_tags": ["jazz", "field recordings"]}"""
			.formatted(quoted(credit),
					Arrays.stream(artists)
						.mapToObj((artist) -> '"' + mbid(artist) + '"')
						.collect(Collectors.joining(",")),
					mbid(number), date, mbid(number), mbid(number), quoted(name));
	}

	static String mbid(int number) {
		return "00000000-0000-4000-8000-%012d".formatted(number);
	}

	private static String quoted(String text) {
		return Api.JSON.writeValueAsString(text);
	}

}
