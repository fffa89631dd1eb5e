package com.howsmytrack.track;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The service that hosts a track. The API and the database call it the media type. Another source is a class with its
/// rules, a constant here, and the rows of its links in `src/docs/track-links.md`.
public enum MediaSource {

	SOUNDCLOUD("SoundCloud", new SoundCloudLinks()),

	GOOGLEDRIVE("Google Drive", new GoogleDriveLinks()),

	DROPBOX("Dropbox", new DropboxLinks()),

	ONEDRIVE("OneDrive", new OneDriveLinks()),

	YOUTUBE("YouTube", new YouTubeLinks()),

	BANDCAMP("Bandcamp", new BandcampLinks());

	private final String displayName;

	/// All implementations are stateless.
	@SuppressWarnings("ImmutableEnumChecker")
	private final SourceLinks links;

	MediaSource(String displayName, SourceLinks links) {
		this.displayName = displayName;
		this.links = links;
	}

	/// Empty if there is no media source with this name.
	public static Optional<MediaSource> of(String name) {
		return Arrays.stream(values()).filter((source) -> source.name().equals(name)).findFirst();
	}

	/// Empty if no supported service has this host.
	static Optional<MediaSource> ofHost(String host) {
		return Arrays.stream(values()).filter((source) -> source.links.hasHost(host)).findFirst();
	}

	/// As the service writes its own name.
	public String displayName() {
		return this.displayName;
	}

	/// The origins that a page must allow to play tracks of this source, for one kind of
	/// player.
	public Set<String> playerOrigins(Player.Kind kind) {
		return this.links.playerOrigins(kind);
	}

	SourceLinks links() {
		return this.links;
	}

}
