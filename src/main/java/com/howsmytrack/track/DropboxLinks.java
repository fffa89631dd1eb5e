package com.howsmytrack.track;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A shared file has the address `/s/<id>/<name>`, or, since 2023, `/scl/fi/<id>/<name>` with a key. With `raw=1`, Dropbox
/// sends the file instead of its page.
final class DropboxLinks implements SourceLinks {

	private static final String ORIGIN = "https://www.dropbox.com";

	private static final Set<String> HOSTS = Set.of("www.dropbox.com", "dropbox.com", "m.dropbox.com", "dl.dropbox.com",
			"dl.dropboxusercontent.com");

	private static final Pattern ID = Pattern.compile("[\\w-]{1,200}");

	@Override
	public boolean hasHost(String host) {
		return HOSTS.contains(host);
	}

	/// Dropbox redirects to a host of its own for each file.
	@Override
	public Set<String> playerOrigins(Player.Kind kind) {
		return (kind == Player.Kind.AUDIO) ? Set.of(ORIGIN, "https://*.dropboxusercontent.com") : Set.of();
	}

	@Override
	public ParsedLink read(WebAddress address) {
		List<String> path = address.segments();
		return switch (address.segment(0)) {
			case "" -> refused(path.isEmpty() ? LinkRefusal.HOME_PAGE : LinkRefusal.OTHER_PAGE);
			case "s" -> readFile(path.subList(1, path.size()));
			case "scl" -> readSharedContent(address);
			case "sh", "home" -> refused(LinkRefusal.FOLDER);
			default -> refused(LinkRefusal.OTHER_PAGE);
		};
	}

	private static ParsedLink readFile(List<String> path) {
		if (!isFile(path)) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		String url = ORIGIN + "/s/" + String.join("/", path);
		return TrackLink.accept(MediaSource.DROPBOX, url, "s/" + path.getFirst(), Player.audio(url + "?raw=1"));
	}

	/// The client of the wire contract replaces the query, and with it the key.
	private static ParsedLink readSharedContent(WebAddress address) {
		if (address.segment(1).equals("fo")) {
			return refused(LinkRefusal.FOLDER);
		}
		List<String> path = address.segments().stream().skip(2).toList();
		if (!address.segment(1).equals("fi") || !isFile(path)) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		String key = address.parameter("rlkey");
		if (!ID.matcher(key).matches()) {
			return refused(LinkRefusal.WITHOUT_KEY);
		}
		String url = ORIGIN + "/scl/fi/" + String.join("/", path) + "?rlkey=" + key;
		return TrackLink.acceptWithRedirect(MediaSource.DROPBOX, url, "scl/" + path.getFirst(),
				Player.audio(url + "&raw=1"));
	}

	/// The id, and the name of the file, which some addresses lack.
	private static boolean isFile(List<String> path) {
		return (path.size() == 1 || path.size() == 2) && ID.matcher(path.getFirst()).matches()
				&& !path.getLast().isEmpty();
	}

	private static ParsedLink refused(LinkRefusal reason) {
		return new ParsedLink.Refused(reason, MediaSource.DROPBOX);
	}

}
