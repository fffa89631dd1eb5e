package com.howsmytrack.releases;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.outbound.OutboundRequest;
import com.howsmytrack.releases.FetchedRelease.Artist;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/// Reads the releases of the past days from ListenBrainz, which needs no key. The answer is one list without pages.
///
/// A release has one text that names all artists. It is kept as it is: several artists of a release are one artist here, with
/// the ids of all of them, because a text cannot be divided into names for certain.
@Component
class ListenBrainzSource implements ReleaseSource {

	static final String HOST = "api.listenbrainz.org";

	private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	/// As many ids as the column of the artist can have.
	private static final int MOST_ARTISTS = 25;

	private final OutboundHttp http;

	private final ServiceAnswers answers;

	private final GenreTable genres;

	private final ReleaseSettings settings;

	ListenBrainzSource(OutboundHttp http, ServiceAnswers answers, GenreTable genres, ReleaseSettings settings) {
		this.http = http;
		this.answers = answers;
		this.genres = genres;
		this.settings = settings;
	}

	@Override
	public MusicService service() {
		return MusicService.LISTENBRAINZ;
	}

	@Override
	public boolean isEnabled() {
		return this.settings.listenbrainz().enabled();
	}

	/// The Internet Archive redirects each file to the server that has it, for example
	/// `ia801507.us.archive.org` or `dn720304.ca.archive.org`.
	@Override
	public Set<String> coverOrigins() {
		return Set.of("https://archive.org", "https://*.us.archive.org", "https://*.ca.archive.org");
	}

	@Override
	public void fetch(Pages pages) {
		if (pages.stopRequested()) {
			return;
		}
		ReleaseSettings.ListenBrainz own = this.settings.listenbrainz();
		URI uri = URI.create(("https://api.listenbrainz.org/1/explore/fresh-releases/"
				+ "?days=%d&past=true&future=false&sort=release_date")
			.formatted(own.days()));
		JsonNode releases = this.answers
			.document(service(),
					this.http.get(OutboundRequest.to(uri)
						.header("Accept", "application/json")
						.within(Math.toIntExact(own.largestBody().toBytes()), own.time())))
			.path("payload")
			.path("releases");
		if (!releases.isArray()) {
			throw SourceException.failed("ListenBrainz answered no list of releases");
		}
		pages.write(releases.valueStream().map(this::release).toList());
	}

	private Optional<FetchedRelease> release(JsonNode release) {
		String id = mbid(release.path("release_mbid"));
		Optional<ReleaseDate> date = ReleaseDate.parse(release.path("release_date").asString(""));
		if (date.isEmpty() || id.isEmpty()) {
			return Optional.empty();
		}
		String credit = ServiceText.cleaned(release.path("artist_credit_name").asString(""));
		String kind = ServiceText
			.word(release.path("release_group_primary_type").asString("").toLowerCase(Locale.ROOT));
		List<String> tags = release.path("release_tags").valueStream().map((tag) -> tag.asString("")).toList();
		return Optional.of(new FetchedRelease(id, ServiceText.cleaned(release.path("release_name").asString("")),
				credit, kind.isEmpty() ? null : kind, date.get(), "https://listenbrainz.org/release/" + id,
				cover(release), this.genres.of(tags), artists(release.path("artist_mbids"), credit)));
	}

	private static List<Artist> artists(JsonNode ids, String credit) {
		List<String> known = ids.valueStream()
			.map(ListenBrainzSource::mbid)
			.filter((id) -> !id.isEmpty())
			.distinct()
			.toList();
		if (known.isEmpty() || known.size() > MOST_ARTISTS) {
			return List.of();
		}
		String url = (known.size() == 1) ? "https://listenbrainz.org/artist/" + known.getFirst() : null;
		return List.of(new Artist(known.stream().collect(Collectors.joining("+")), credit, url));
	}

	/// The address without the redirects of the Cover Art Archive.
	private static @Nullable String cover(JsonNode release) {
		String id = mbid(release.path("caa_release_mbid"));
		long image = release.path("caa_id").asLong(0);
		return (id.isEmpty() || image <= 0) ? null
				: "https://archive.org/download/mbid-%1$s/mbid-%1$s-%2$d_thumb250.jpg".formatted(id, image);
	}

	private static String mbid(JsonNode id) {
		String text = id.asString("");
		return MBID.matcher(text).matches() ? text : "";
	}

}
