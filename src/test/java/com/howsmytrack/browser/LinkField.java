package com.howsmytrack.browser;

/// The link to the track in the form of a request, with its preview.
record LinkField(Window window) {

	private static final String NAME = "Link to your track";

	/// Replaces a link. Until the server has answered for the new one, the preview shows
	/// the player of the one before. So the page of a service comes first, which has no
	/// player.
	Window replace(String link) {
		this.window.fill(NAME, "https://soundcloud.com/discover").sees("This page of SoundCloud is not a track.");
		return this.window.fill(NAME, link);
	}

}
