package com.howsmytrack.track;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `soundcloud.com/<artist>/<track>`, with a secret at the end if the track is private. A short link of `on.soundcloud.com`
/// can lead to anything at SoundCloud.
final class SoundCloudLinks implements SourceLinks {

	private static final String PLAYER = "https://w.soundcloud.com";

	private static final String PAGE_HOST = "soundcloud.com";

	private static final String SHORT_HOST = "on.soundcloud.com";

	private static final String PLAYER_HOST = "w.soundcloud.com";

	private static final Set<String> HOSTS = Set.of(PAGE_HOST, "www.soundcloud.com", "m.soundcloud.com", SHORT_HOST,
			PLAYER_HOST);

	/// Paths of SoundCloud itself, where other paths have the name of a member.
	private static final Set<String> OWN_PAGES = Set.of("charts", "discover", "download", "feed", "jobs", "login",
			"messages", "notifications", "pages", "people", "popular", "search", "settings", "signin", "stations",
			"stream", "tags", "upload", "you");

	private static final Set<String> LISTS = Set.of("albums", "comments", "followers", "following", "likes",
			"popular-tracks", "reposts", "spotlight", "toptracks", "tracks");

	/// Pages about a track, which belong to its path.
	private static final Set<String> PAGES_OF_TRACK = Set.of("albums", "comments", "likes", "recommended", "reposts",
			"sets");

	private static final Pattern SECRET = Pattern.compile("s-\\w+");

	private static final Pattern SHORT_CODE = Pattern.compile("\\w+");

	@Override
	public boolean hasHost(String host) {
		return HOSTS.contains(host);
	}

	@Override
	public Set<String> playerOrigins(Player.Kind kind) {
		return (kind == Player.Kind.EMBED) ? Set.of(PLAYER) : Set.of();
	}

	@Override
	public Set<String> shortHosts() {
		return Set.of(SHORT_HOST);
	}

	@Override
	public Optional<String> oEmbedHost() {
		return Optional.of(PAGE_HOST);
	}

	/// A private track is not looked up. All links to a track have the same key, so a
	/// member who only knows its public address could otherwise read its title.
	@Override
	public boolean hasTitle(TrackLink link) {
		return URI.create(link.url()).getPath().split("/", 0).length == 3;
	}

	@Override
	public ParsedLink read(WebAddress address) {
		return switch (address.host()) {
			case SHORT_HOST -> readShort(address);
			case PLAYER_HOST -> readPlayer(address);
			default -> readPage(address);
		};
	}

	private static ParsedLink readShort(WebAddress address) {
		if (address.segments().size() != 1 || !SHORT_CODE.matcher(address.segment(0)).matches()) {
			return refused(address.segments().isEmpty() ? LinkRefusal.HOME_PAGE : LinkRefusal.OTHER_PAGE);
		}
		return TrackLink.acceptShort(MediaSource.SOUNDCLOUD, "https://" + SHORT_HOST + "/" + address.segment(0));
	}

	/// The address of the embedded player contains the address of the track. If it
	/// contains only a number, no page of a track is known.
	private static ParsedLink readPlayer(WebAddress address) {
		return WebAddress.parse(address.parameter("url"))
			.filter((track) -> HOSTS.contains(track.host()) && !track.host().equals(PLAYER_HOST))
			.map((track) -> track.host().equals(SHORT_HOST) ? readShort(track) : readPage(track))
			.orElseGet(() -> refused(LinkRefusal.OTHER_PAGE));
	}

	private static ParsedLink readPage(WebAddress address) {
		List<String> path = address.segments();
		if (path.isEmpty()) {
			return refused(LinkRefusal.HOME_PAGE);
		}
		if (address.segment(1).equals("sets")) {
			return refused(LinkRefusal.PLAYLIST);
		}
		if (address.segment(0).equals("you") && LISTS.contains(address.segment(1))) {
			return refused(LinkRefusal.LIKES);
		}
		if (OWN_PAGES.contains(address.segment(0)) || path.stream().anyMatch(String::isEmpty)) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		if (path.size() == 1) {
			return refused(LinkRefusal.PROFILE);
		}
		if (LISTS.contains(address.segment(1))) {
			return refused(LinkRefusal.LIKES);
		}
		String last = address.segment(2);
		boolean hidden = SECRET.matcher(last).matches();
		if (path.size() > 3 || (path.size() == 3 && !hidden && !PAGES_OF_TRACK.contains(last))) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		String secret = hidden ? last : address.parameter("secret_token");
		return accept(path.get(0) + "/" + path.get(1), SECRET.matcher(secret).matches() ? "/" + secret : "");
	}

	/// SoundCloud does not distinguish letter case in the names of artists and tracks.
	/// The secret opens a private track and does not tell it from another one.
	private static ParsedLink accept(String track, String secret) {
		String url = "https://" + PAGE_HOST + "/" + track + secret;
		return TrackLink.accept(MediaSource.SOUNDCLOUD, url, track.toLowerCase(Locale.ROOT),
				Player.embed(PLAYER + "/player/?url=" + WebAddress.encoded(url) + "&auto_play=true&show_teaser=false"));
	}

	private static ParsedLink refused(LinkRefusal reason) {
		return new ParsedLink.Refused(reason, MediaSource.SOUNDCLOUD);
	}

}
