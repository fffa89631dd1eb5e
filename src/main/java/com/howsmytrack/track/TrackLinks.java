package com.howsmytrack.track;

import org.springframework.stereotype.Component;

/// Reads links of the sources that the operator accepts.
@Component
public class TrackLinks {

	private final TrackSettings settings;

	TrackLinks(TrackSettings settings) {
		this.settings = settings;
	}

	/// Reads a text that a member typed or pasted.
	public ParsedLink parse(String text) {
		return TrackLink.parse(text, this.settings.sources());
	}

}
