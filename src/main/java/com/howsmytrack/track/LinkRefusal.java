package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

/// Why a text is not accepted as the link of a track.
public enum LinkRefusal {

	/// The message is part of the wire contract.
	NOT_SUPPORTED("Please provide any of the following: a valid Soundcloud URL of the form "
			+ "`https://soundcloud.com/artist/track` (or `https://soundcloud.com/artist/track/secret` for private tracks), "
			+ "a shareable Google Drive URL of the form "
			+ "`https://drive.google.com/file/d/abcdefghijklmnopqrstuvwxyz1234567/view`, "
			+ "a Dropbox URL of the form `https://www.dropbox.com/s/abcdefghijklmno/filename` or "
			+ "a OneDrive URL of the form `https://onedrive.live.com/?authkey=AUTHKEY&cid=CID&id=ID`"),

	/// The operator does not accept links to this service.
	SOURCE_NOT_ACCEPTED("Links to %s are not accepted here. Please use a link to another service."),

	HOME_PAGE("This link leads to the home page of %s. Please paste the link of one track."),

	PROFILE("This link leads to a profile at %s, not to a track. Please paste the link of one track."),

	PLAYLIST("This link leads to a list of tracks at %s. Please paste the link of one track."),

	LIKES("This link leads to likes or other lists of a member of %s. Please paste the link of one track."),

	FOLDER("This link leads to a folder at %s. Please share the file of the track, and paste its link."),

	WITHOUT_KEY("This link to %s lacks its key, without which nobody else can open the file. "
			+ "Please use “Share” or “Copy link” there, and paste the whole link."),

	OTHER_PAGE("This page of %s is not a track. Please paste the link of one track.");

	private final String sentence;

	LinkRefusal(String sentence) {
		this.sentence = sentence;
	}

	String sentence(@Nullable MediaSource source) {
		return (source != null) ? this.sentence.formatted(source.displayName()) : this.sentence;
	}

}
