package com.howsmytrack.track;

import java.util.List;

import org.springframework.stereotype.Component;

/// Reads links of the sources that the operator accepts.
@Component
public class TrackLinks {

	private final TrackSettings settings;

	TrackLinks(TrackSettings settings) {
		this.settings = settings;
	}

	/// Why a link is refused, in a sentence that also fits on the page while a member
	/// types.
	String shortSentence(ParsedLink.Refused refused) {
		return (refused.reason() == LinkRefusal.NOT_SUPPORTED)
				? "This is no link of a track that we know. Links to %s work.".formatted(sourceNames())
				: refused.sentence();
	}

	/// The sources that the operator accepts, in the order in which a page names them.
	List<MediaSource> sources() {
		return this.settings.sources().stream().sorted().toList();
	}

	private String sourceNames() {
		List<String> names = sources().stream().map(MediaSource::displayName).toList();
		return (names.size() == 1) ? names.getFirst()
				: String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
	}

	/// Reads a text that a member typed or pasted.
	public ParsedLink parse(String text) {
		return TrackLink.parse(text, this.settings.sources());
	}

}
