package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

/// The result of parsing a text that should be the link of a track.
public sealed interface ParsedLink {

	/// The link of a track.
	record Accepted(TrackLink link) implements ParsedLink {
	}

	/// Anything else.
	///
	/// @param source the service of the link; null if it is no link of a supported
	/// service
	record Refused(LinkRefusal reason, @Nullable MediaSource source) implements ParsedLink {

		/// For members.
		public String sentence() {
			return this.reason.sentence(this.source);
		}

	}

}
