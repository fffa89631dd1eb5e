package com.howsmytrack.track;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MediaInfoController {

	private final TrackLinks links;

	private final StoredLinks stored;

	MediaInfoController(TrackLinks links, StoredLinks stored) {
		this.links = links;
		this.stored = stored;
	}

	@QueryMapping
	MediaInfo mediaInfo(@Argument String mediaUrl) {
		return this.stored.trackOf(mediaUrl)
			.map((link) -> new MediaInfo(mediaUrl, link.source().name(), untitled(link), null))
			.orElseGet(() -> read(mediaUrl));
	}

	@QueryMapping
	List<AcceptedSource> acceptedSources() {
		return this.links.sources()
			.stream()
			.map((source) -> new AcceptedSource(source.name(), source.displayName()))
			.toList();
	}

	private MediaInfo read(String mediaUrl) {
		return switch (this.links.parse(mediaUrl)) {
			case ParsedLink.Accepted(TrackLink link) ->
				new MediaInfo(link.url(), link.source().name(), untitled(link), null);
			case ParsedLink.Refused refused -> new MediaInfo(mediaUrl, null, null, this.links.shortSentence(refused));
		};
	}

	/// Its title is looked up only after a request for it is stored.
	private static Track untitled(TrackLink link) {
		return Track.of(link, () -> TrackTitle.UNKNOWN);
	}

	record AcceptedSource(String source, String name) {
	}

	/// @param mediaType null if the URL is not accepted; `mediaUrl` is then the URL as
	/// sent
	/// @param refusal null if the URL is accepted
	record MediaInfo(String mediaUrl, @Nullable String mediaType, @Nullable Track track, @Nullable String refusal) {
	}

}
