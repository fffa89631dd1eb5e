package com.howsmytrack.track;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A video has an id of 11 characters, in the path or in the query. The embedded player is that of the host without
/// cookies.
final class YouTubeLinks implements SourceLinks {

	private static final String PLAYER = "https://www.youtube-nocookie.com";

	private static final String PAGE_HOST = "www.youtube.com";

	private static final String SHORT_HOST = "youtu.be";

	private static final Set<String> HOSTS = Set.of("youtube.com", PAGE_HOST, "m.youtube.com", "music.youtube.com",
			"youtube-nocookie.com", "www.youtube-nocookie.com", SHORT_HOST);

	private static final Set<String> PATHS_OF_VIDEOS = Set.of("embed", "live", "shorts", "v");

	private static final Set<String> PATHS_OF_PROFILES = Set.of("c", "channel", "user");

	private static final Pattern ID = Pattern.compile("[\\w-]{11}");

	@Override
	public boolean hasHost(String host) {
		return HOSTS.contains(host);
	}

	@Override
	public Set<String> playerOrigins(Player.Kind kind) {
		return (kind == Player.Kind.EMBED) ? Set.of(PLAYER) : Set.of();
	}

	@Override
	public Optional<String> oEmbedHost() {
		return Optional.of(PAGE_HOST);
	}

	@Override
	public ParsedLink read(WebAddress address) {
		String first = address.segment(0);
		if (address.segments().isEmpty()) {
			return refused(LinkRefusal.HOME_PAGE);
		}
		if (PATHS_OF_PROFILES.contains(first) || first.startsWith("@")) {
			return refused(LinkRefusal.PROFILE);
		}
		if (first.equals("playlist")) {
			return refused(LinkRefusal.PLAYLIST);
		}
		String id = idOf(address);
		return ID.matcher(id).matches() ? accept(id) : refused(LinkRefusal.OTHER_PAGE);
	}

	/// The id is the last part of the path, or the parameter `v`.
	private static String idOf(WebAddress address) {
		int parts = address.segments().size();
		if (address.host().equals(SHORT_HOST)) {
			return (parts == 1) ? address.segment(0) : "";
		}
		if (parts == 1 && address.segment(0).equals("watch")) {
			return address.parameter("v");
		}
		return (parts == 2 && PATHS_OF_VIDEOS.contains(address.segment(0))) ? address.segment(1) : "";
	}

	private static ParsedLink accept(String id) {
		return TrackLink.accept(MediaSource.YOUTUBE, "https://" + PAGE_HOST + "/watch?v=" + id, id,
				Player.embed(PLAYER + "/embed/" + id + "?autoplay=1"));
	}

	private static ParsedLink refused(LinkRefusal reason) {
		return new ParsedLink.Refused(reason, MediaSource.YOUTUBE);
	}

}
