package com.howsmytrack.track;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The link of a track on a supported service. The table in `src/docs/track-links.md` lists the forms of links.
///
/// @param url the normalized address, always `https`: only what is needed to open the track, percent-encoded
/// @param key identifies the track: all links of a track have the same key. For a short link, the short address
/// @param shortLink whether only the service knows which track it is. [#isShortLink] reads better
/// @param needsRedirect whether the client of the wire contract cannot build a player from `url`, but can from an
/// address that redirects to [#target]
public record TrackLink(String url, String key, MediaSource source, Player player, boolean shortLink,
		boolean needsRedirect) {

	/// Of the text, of the normalized address and of the key.
	public static final int MAX_LENGTH = 2000;

	/// Reads a text that a member typed or pasted.
	///
	/// @param accepted the sources whose links are accepted
	public static ParsedLink parse(String text, Set<MediaSource> accepted) {
		@Nullable WebAddress address = WebAddress.parse(text).orElse(null);
		@Nullable MediaSource source = (address != null) ? MediaSource.ofHost(address.host()).orElse(null) : null;
		if (address == null || source == null) {
			return new ParsedLink.Refused(LinkRefusal.NOT_SUPPORTED, null);
		}
		if (!accepted.contains(source)) {
			return new ParsedLink.Refused(LinkRefusal.SOURCE_NOT_ACCEPTED, source);
		}
		ParsedLink read = source.links().read(address);
		boolean tooLong = read instanceof ParsedLink.Accepted(TrackLink link) && link.url().length() > MAX_LENGTH;
		return tooLong ? new ParsedLink.Refused(LinkRefusal.NOT_SUPPORTED, null) : read;
	}

	/// Reads a link of any source, also of one that is no longer accepted.
	public static Optional<TrackLink> parse(String text) {
		return (parse(text, Set.of(MediaSource.values())) instanceof ParsedLink.Accepted(TrackLink link))
				? Optional.of(link) : Optional.empty();
	}

	/// Whether this is a short link, whose target is not known. [#key] is then the short
	/// link itself.
	public boolean isShortLink() {
		return this.shortLink;
	}

	/// What plays the track without a page around it, or else its page.
	public String target() {
		@Nullable String address = this.player.address();
		return (address != null) ? address : this.url;
	}

	static ParsedLink accept(MediaSource source, String url, String id, Player player) {
		return new ParsedLink.Accepted(new TrackLink(url, key(source, id), source, player, false, false));
	}

	static ParsedLink acceptWithRedirect(MediaSource source, String url, String id, Player player) {
		return new ParsedLink.Accepted(new TrackLink(url, key(source, id), source, player, false, true));
	}

	static ParsedLink acceptShort(MediaSource source, String url) {
		return new ParsedLink.Accepted(new TrackLink(url, url, source, Player.LINK, true, false));
	}

	private static String key(MediaSource source, String id) {
		return source.name() + ":" + id;
	}

}
