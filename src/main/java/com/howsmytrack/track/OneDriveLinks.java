package com.howsmytrack.track;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// OneDrive shows a file to other people only with its key, the id of its owner and the id of the file. Links since 2023
/// have a `redeem` parameter instead of the key. A short link of `1drv.ms` tells whether it leads to a folder.
final class OneDriveLinks implements SourceLinks {

	private static final String HOST = "onedrive.live.com";

	private static final String SHORT_HOST = "1drv.ms";

	private static final String ORIGIN = "https://" + HOST;

	private static final Pattern VALUE = Pattern.compile("[\\w!.-]{1,200}");

	private static final Pattern REDEEM = Pattern.compile("[\\w+/=-]{1,1000}");

	/// The kinds of short links to files. Others lead to documents.
	private static final Set<String> FILES = Set.of("a", "i", "t", "u", "v");

	private static final Pattern SHORT_CODE = Pattern.compile("[\\w!~-]{1,200}");

	@Override
	public boolean hasHost(String host) {
		return host.equals(HOST) || host.equals(SHORT_HOST);
	}

	/// OneDrive redirects the frame to the second host.
	@Override
	public Set<String> playerOrigins(Player.Kind kind) {
		return (kind == Player.Kind.EMBED) ? Set.of(ORIGIN, "https://*.microsoftpersonalcontent.com") : Set.of();
	}

	@Override
	public Set<String> shortHosts() {
		return Set.of(SHORT_HOST);
	}

	@Override
	public ParsedLink read(WebAddress address) {
		return address.host().equals(SHORT_HOST) ? readShort(address) : readFile(address);
	}

	/// The parameter `e` of a short link only tells how it was shared.
	private static ParsedLink readShort(WebAddress address) {
		List<String> path = address.segments();
		if (path.isEmpty()) {
			return refused(LinkRefusal.HOME_PAGE);
		}
		if (address.segment(0).equals("f")) {
			return refused(LinkRefusal.FOLDER);
		}
		if (path.size() < 2 || path.size() > 4 || !FILES.contains(address.segment(0))
				|| !path.stream().allMatch((part) -> SHORT_CODE.matcher(part).matches())) {
			return refused(LinkRefusal.OTHER_PAGE);
		}
		return TrackLink.acceptShort(MediaSource.ONEDRIVE, "https://" + SHORT_HOST + "/" + String.join("/", path));
	}

	private static ParsedLink readFile(WebAddress address) {
		String file = address.parameter("resid").isEmpty() ? address.parameter("id") : address.parameter("resid");
		if (file.equals("root") || address.parameter("ithint").startsWith("folder")) {
			return refused(LinkRefusal.FOLDER);
		}
		String owner = address.parameter("cid").isEmpty() ? ownerIn(file) : address.parameter("cid");
		if (address.segments().isEmpty() && file.isEmpty() && owner.isEmpty()) {
			return refused(LinkRefusal.HOME_PAGE);
		}
		if (!VALUE.matcher(owner).matches() || !VALUE.matcher(file).matches()) {
			return new ParsedLink.Refused(LinkRefusal.NOT_SUPPORTED, null);
		}
		if (VALUE.matcher(address.parameter("authkey")).matches()) {
			return acceptWithKey(address.parameter("authkey"), owner, file);
		}
		if (REDEEM.matcher(address.parameter("redeem")).matches()) {
			String url = ORIGIN + "/?cid=" + owner + "&id=" + WebAddress.encoded(file) + "&redeem="
					+ WebAddress.encoded(address.parameter("redeem"));
			return TrackLink.accept(MediaSource.ONEDRIVE, url, id(owner, file), Player.LINK);
		}
		return new ParsedLink.Refused(LinkRefusal.NOT_SUPPORTED, null);
	}

	private static ParsedLink acceptWithKey(String key, String owner, String file) {
		String encodedKey = WebAddress.encoded(key);
		String encodedFile = WebAddress.encoded(file);
		return TrackLink.accept(MediaSource.ONEDRIVE,
				ORIGIN + "/?authkey=" + encodedKey + "&cid=" + owner + "&id=" + encodedFile, id(owner, file),
				Player.embed(ORIGIN + "/embed?cid=" + owner + "&resid=" + encodedFile + "&authkey=" + encodedKey));
	}

	/// Most ids of files contain the id of their owner: `<owner>!<number>`.
	private static String ownerIn(String file) {
		int end = file.indexOf('!');
		return (end > 0) ? file.substring(0, end) : "";
	}

	/// The ids are hexadecimal numbers, in either case.
	private static String id(String owner, String file) {
		String id = file.contains("!") ? file : owner + "!" + file;
		return id.toLowerCase(Locale.ROOT);
	}

	private static ParsedLink refused(LinkRefusal reason) {
		return new ParsedLink.Refused(reason, MediaSource.ONEDRIVE);
	}

}
