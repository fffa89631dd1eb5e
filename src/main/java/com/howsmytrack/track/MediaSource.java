package com.howsmytrack.track;

import java.util.Arrays;
import java.util.Optional;

/// The service that hosts a track. The API and the database call it the media type.
public enum MediaSource {

	SOUNDCLOUD, GOOGLEDRIVE, DROPBOX, ONEDRIVE;

	/// Empty if there is no media source with this name.
	public static Optional<MediaSource> of(String name) {
		return Arrays.stream(values()).filter((source) -> source.name().equals(name)).findFirst();
	}

}
