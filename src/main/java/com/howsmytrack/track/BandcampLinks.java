package com.howsmytrack.track;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Each artist has a host. The embedded player needs a number that the address of a track does not contain, so tracks are
/// links.
final class BandcampLinks implements SourceLinks {

	private static final Pattern HOST = Pattern.compile("([a-z0-9-]{1,63}\\.)?bandcamp\\.com");

	/// Hosts of Bandcamp itself.
	private static final Set<String> OWN_HOSTS = Set.of("bandcamp.com", "www.bandcamp.com", "daily.bandcamp.com",
			"get.bandcamp.com", "blog.bandcamp.com");

	private static final Set<String> LISTS = Set.of("album", "music", "merch");

	@Override
	public boolean hasHost(String host) {
		return HOST.matcher(host).matches();
	}

	@Override
	public ParsedLink read(WebAddress address) {
		if (OWN_HOSTS.contains(address.host())) {
			return refused(address.segments().isEmpty() ? LinkRefusal.HOME_PAGE : LinkRefusal.OTHER_PAGE);
		}
		String first = address.segment(0);
		if (address.segments().isEmpty()) {
			return refused(LinkRefusal.PROFILE);
		}
		if (LISTS.contains(first)) {
			return refused(LinkRefusal.PLAYLIST);
		}
		String track = address.segment(1);
		if (!first.equals("track") || address.segments().size() != 2 || track.isEmpty()) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		String path = address.host() + "/track/" + track.toLowerCase(Locale.ROOT);
		return TrackLink.accept(MediaSource.BANDCAMP, "https://" + path, path, Player.LINK);
	}

	private static ParsedLink refused(LinkRefusal reason) {
		return new ParsedLink.Refused(reason, MediaSource.BANDCAMP);
	}

}
