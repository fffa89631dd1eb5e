package com.howsmytrack.releases;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.outbound.OutboundRequest;
import com.howsmytrack.outbound.OutboundResponse;
import com.howsmytrack.releases.FetchedRelease.Artist;
import com.howsmytrack.releases.ReleaseSettings.SpotifyList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/// Reads new albums from the Web API of Spotify. Albums have no genres there.
///
/// Since February 2026, `GET /v1/browse/new-releases` answers 403 to apps in development mode, and a search returns 10 albums
/// at most (developer.spotify.com, "February 2026 Web API Dev Mode Changes").
@Component
class SpotifySource implements ReleaseSource {

	static final String HOST = "api.spotify.com";

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int BROWSE_SIZE = 50;

	private static final int SEARCH_SIZE = 10;

	/// The smallest cover that looks sharp in the grid of the client.
	private static final int COVER_WIDTH = 250;

	private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

	private static final Pattern COVER = Pattern.compile("https://i\\.scdn\\.co/image/[0-9a-f]{1,100}");

	private final OutboundHttp http;

	private final SpotifyTokens tokens;

	private final ServiceAnswers answers;

	private final ReleaseSettings settings;

	SpotifySource(OutboundHttp http, SpotifyTokens tokens, ServiceAnswers answers, ReleaseSettings settings) {
		this.http = http;
		this.tokens = tokens;
		this.answers = answers;
		this.settings = settings;
	}

	@Override
	public MusicService service() {
		return MusicService.SPOTIFY;
	}

	@Override
	public boolean isEnabled() {
		return !spotify().clientId().isBlank() && !spotify().clientSecret().isBlank();
	}

	@Override
	public Set<String> coverOrigins() {
		return Set.of("https://i.scdn.co");
	}

	@Override
	public void fetch(Pages pages) {
		int size = (spotify().list() == SpotifyList.SEARCH) ? SEARCH_SIZE : BROWSE_SIZE;
		for (int page = 0; page < spotify().mostPages() && !pages.stopRequested(); page++) {
			JsonNode albums = this.answers.document(service(), call(uri(size, page * size))).path("albums");
			JsonNode items = albums.path("items");
			if (!items.isArray()) {
				throw SourceException.failed("Spotify answered no list of albums");
			}
			pages.write(items.valueStream().map(SpotifySource::release).toList());
			if (items.isEmpty() || !albums.path("next").isString()) {
				return;
			}
		}
	}

	/// The address is built from the offset, because `next` in the answer could lead to
	/// another host.
	private URI uri(int size, int offset) {
		String list = (spotify().list() == SpotifyList.SEARCH) ? "search?q=tag:new&type=album&"
				: "browse/new-releases?";
		return URI.create("https://api.spotify.com/v1/%slimit=%d&offset=%d".formatted(list, size, offset));
	}

	/// A token that has expired early is replaced once.
	private OutboundResponse call(URI uri) {
		String token = this.tokens.get();
		OutboundResponse response = call(uri, token);
		if (response.status() == UNAUTHORIZED) {
			this.tokens.discard(token);
			response = call(uri, this.tokens.get());
		}
		if (response.status() == FORBIDDEN) {
			throw SourceException.refused(refusal(response));
		}
		return response;
	}

	private OutboundResponse call(URI uri, String token) {
		return this.http.get(OutboundRequest.to(uri)
			.header("Accept", "application/json")
			.header("Authorization", "Bearer " + token)
			.within(Math.toIntExact(spotify().largestBody().toBytes()), spotify().time()));
	}

	private String refusal(OutboundResponse response) {
		String answer = "Spotify answered " + this.answers.describe(response);
		return (spotify().list() == SpotifyList.SEARCH) ? answer
				: answer + ". The list of new releases needs an app with extended quota. "
						+ "SPOTIFY_LIST=SEARCH uses the search instead";
	}

	private static Optional<FetchedRelease> release(JsonNode album) {
		String id = album.path("id").asString("");
		Optional<ReleaseDate> date = ReleaseDate.parse(album.path("release_date").asString(""));
		if (date.isEmpty() || !ID.matcher(id).matches()) {
			return Optional.empty();
		}
		List<Artist> artists = artists(album.path("artists"));
		String kind = ServiceText.word(album.path("album_type").asString(""));
		return Optional.of(new FetchedRelease(id, ServiceText.cleaned(album.path("name").asString("")),
				ServiceText.cleaned(artists.stream().map(Artist::name).collect(Collectors.joining(", "))),
				kind.isEmpty() ? null : kind, date.get(), "https://open.spotify.com/album/" + id,
				cover(album.path("images")), Set.of(), artists));
	}

	private static List<Artist> artists(JsonNode artists) {
		Map<String, Artist> byId = new LinkedHashMap<>();
		artists.valueStream().forEach((artist) -> {
			String id = artist.path("id").asString("");
			if (ID.matcher(id).matches()) {
				byId.putIfAbsent(id, new Artist(id, ServiceText.cleaned(artist.path("name").asString("")),
						"https://open.spotify.com/artist/" + id));
			}
		});
		return List.copyOf(byId.values());
	}

	/// The smallest image that is large enough, or else the largest.
	private static @Nullable String cover(JsonNode images) {
		List<JsonNode> covers = images.valueStream()
			.filter((image) -> COVER.matcher(image.path("url").asString("")).matches())
			.sorted(Comparator.comparingInt((JsonNode image) -> image.path("width").asInt(0)))
			.toList();
		return covers.stream()
			.filter((image) -> image.path("width").asInt(0) >= COVER_WIDTH)
			.findFirst()
			.or(() -> covers.reversed().stream().findFirst())
			.map((image) -> image.path("url").asString(""))
			.orElse(null);
	}

	private ReleaseSettings.Spotify spotify() {
		return this.settings.spotify();
	}

}
