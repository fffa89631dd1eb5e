package com.howsmytrack.feedback.request;

import java.util.Optional;

import com.howsmytrack.graphql.UserError;
import com.howsmytrack.track.ParsedLink;
import com.howsmytrack.track.TrackLink;
import org.jspecify.annotations.Nullable;

/// The link of a request as a member sent it.
///
/// @param text not empty
record GivenLink(String text, ParsedLink parsed) {

	/// Empty if the link is accepted.
	Optional<UserError> error() {
		return (this.parsed instanceof ParsedLink.Refused refused) ? Optional.of(LinkErrors.of(refused))
				: Optional.empty();
	}

	/// Null if the link is not accepted.
	@Nullable TrackLink track() {
		return (this.parsed instanceof ParsedLink.Accepted(TrackLink track)) ? track : null;
	}

	/// Whether this is the stored link, or another form of it, also if new requests must
	/// not have it: links of a source that is no longer accepted, and imported links.
	boolean isSameAs(@Nullable String storedUrl) {
		return this.text.strip().equals(storedUrl)
				|| TrackLink.parse(this.text).filter((track) -> track.url().equals(storedUrl)).isPresent();
	}

}
