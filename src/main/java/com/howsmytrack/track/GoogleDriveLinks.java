package com.howsmytrack.track;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file has an id, in the path or in the query. Files that were shared before 2021 also need a resource key.
final class GoogleDriveLinks implements SourceLinks {

	private static final String ORIGIN = "https://drive.google.com";

	private static final Set<String> HOSTS = Set.of("drive.google.com", "docs.google.com",
			"drive.usercontent.google.com");

	private static final Set<String> ADDRESSES_WITH_ID = Set.of("open", "uc", "download");

	private static final Set<String> DOCUMENTS = Set.of("document", "spreadsheets", "presentation", "forms");

	private static final Pattern ID = Pattern.compile("[\\w-]{2,200}");

	private static final Pattern KEY = Pattern.compile("[\\w-]{1,200}");

	@Override
	public boolean hasHost(String host) {
		return HOSTS.contains(host);
	}

	@Override
	public Set<String> playerOrigins(Player.Kind kind) {
		return (kind == Player.Kind.EMBED) ? Set.of(ORIGIN) : Set.of();
	}

	@Override
	public ParsedLink read(WebAddress address) {
		List<String> path = withoutAccount(address.segments());
		if (path.isEmpty()) {
			return refused(LinkRefusal.HOME_PAGE);
		}
		if (path.contains("folders") || path.getFirst().equals("folderview") || path.contains("my-drive")) {
			return refused(LinkRefusal.FOLDER);
		}
		if (DOCUMENTS.contains(path.getFirst())) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		String id = idOf(path, address);
		return ID.matcher(id).matches() ? accept(id, address.parameter("resourcekey"))
				: refused(LinkRefusal.OTHER_PAGE);
	}

	/// Google adds `u/<number>` for a person with several accounts, and `a/<domain>` for
	/// an organization.
	private static List<String> withoutAccount(List<String> path) {
		boolean organization = path.size() > 2 && path.getFirst().equals("a");
		List<String> rest = organization ? path.subList(2, path.size()) : path;
		int account = rest.indexOf("u");
		if (account < 0 || account > 1 || rest.size() < account + 2) {
			return rest;
		}
		return (account == 0) ? rest.subList(2, rest.size())
				: Stream.concat(rest.stream().limit(1), rest.stream().skip(3)).toList();
	}

	private static String idOf(List<String> path, WebAddress address) {
		if (path.size() >= 3 && path.get(0).equals("file") && path.get(1).equals("d")) {
			return path.get(2);
		}
		return (path.size() == 1 && ADDRESSES_WITH_ID.contains(path.getFirst())) ? address.parameter("id") : "";
	}

	/// The client of the wire contract replaces all that follows `/view`, and with it the
	/// resource key.
	private static ParsedLink accept(String id, String resourceKey) {
		String file = ORIGIN + "/file/d/" + id;
		if (!KEY.matcher(resourceKey).matches()) {
			return TrackLink.accept(MediaSource.GOOGLEDRIVE, file + "/view", id, Player.embed(file + "/preview"));
		}
		String query = "?resourcekey=" + resourceKey;
		return TrackLink.acceptWithRedirect(MediaSource.GOOGLEDRIVE, file + "/view" + query, id,
				Player.embed(file + "/preview" + query));
	}

	private static ParsedLink refused(LinkRefusal reason) {
		return new ParsedLink.Refused(reason, MediaSource.GOOGLEDRIVE);
	}

}
