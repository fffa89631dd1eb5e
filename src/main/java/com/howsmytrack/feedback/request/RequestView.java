package com.howsmytrack.feedback.request;

import java.util.List;
import java.util.function.Supplier;

import com.howsmytrack.releases.ReleaseView;
import com.howsmytrack.track.Track;
import org.jspecify.annotations.Nullable;

/// A request as its reader may see it. Its methods are public, because GraphQL finds only public methods.
///
/// @param requested null for a trackless request
/// @param emailWhenGrouped null on requests of other members
/// @param references read only if a document selects them
public record RequestView(long id, @Nullable RequestedTrack requested, @Nullable String feedbackPrompt,
		@Nullable Boolean emailWhenGrouped, String genre, Supplier<List<ReleaseView>> references) {

	public @Nullable String mediaUrl() {
		return (this.requested != null) ? this.requested.mediaUrl() : null;
	}

	public @Nullable String mediaType() {
		return (this.requested != null) ? this.requested.mediaType() : null;
	}

	public @Nullable Track track() {
		return (this.requested != null) ? this.requested.details() : null;
	}

	/// In the order of the owner.
	public List<ReleaseView> referenceReleases() {
		return this.references.get();
	}

}
