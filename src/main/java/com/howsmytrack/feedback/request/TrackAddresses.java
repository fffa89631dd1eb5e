package com.howsmytrack.feedback.request;

import java.util.Optional;
import java.util.regex.Pattern;

import com.howsmytrack.track.PageTracks;
import com.howsmytrack.track.TrackTitles;
import com.howsmytrack.web.PublicAddresses;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Gives each stored link the address from which the client of the wire contract builds a player: the link itself, or an
/// address of this server that redirects to the track.
@Component
public class TrackAddresses {

	static final String PATH = "/media/";

	private static final Pattern TOKEN = Pattern.compile("[\\w-]{22}");

	private final String redirects;

	private final TrackTitles titles;

	TrackAddresses(PublicAddresses addresses, TrackTitles titles) {
		this.titles = titles;
		this.redirects = addresses.api(PATH).toString();
	}

	/// Begins a page of tracks.
	public PageTracks page() {
		return this.titles.page();
	}

	/// A track that is alone on its page.
	@Nullable RequestedTrack of(@Nullable String url, @Nullable String mediaType, @Nullable String redirectToken) {
		return of(url, mediaType, redirectToken, page());
	}

	/// Null if there is no link. After the owner deleted the account, only the media type
	/// is left.
	public @Nullable RequestedTrack of(@Nullable String url, @Nullable String mediaType, @Nullable String redirectToken,
			PageTracks page) {
		if (url == null || mediaType == null) {
			return null;
		}
		page.add(url);
		return new RequestedTrack(url, mediaType, (redirectToken != null) ? this.redirects + redirectToken : url, page);
	}

	/// Empty if the address is not a redirect address of this server.
	Optional<String> tokenIn(String mediaUrl) {
		return Optional.of(mediaUrl.strip())
			.filter((address) -> address.startsWith(this.redirects))
			.map((address) -> address.substring(this.redirects.length()))
			.filter(TrackAddresses::isToken);
	}

	static boolean isToken(String text) {
		return TOKEN.matcher(text).matches();
	}

}
