package com.howsmytrack.track;

import java.util.List;

import com.howsmytrack.outbound.OutboundHttp;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MediaInfoController {

	private final TrackLinks links;

	private final StoredLinks stored;

	private final OutboundHttp http;

	MediaInfoController(TrackLinks links, StoredLinks stored, OutboundHttp http) {
		this.links = links;
		this.stored = stored;
		this.http = http;
	}

	@QueryMapping
	MediaInfo mediaInfo(@Argument String mediaUrl) {
		return this.stored.trackOf(mediaUrl)
			.map((link) -> new MediaInfo(mediaUrl, link.source().name(), untitled(link), null, false))
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
			case ParsedLink.Accepted(TrackLink link) -> new MediaInfo(link.url(), link.source().name(), untitled(link),
					null, link.isShortLink() && this.http.isEnabled());
			case ParsedLink.Refused refused ->
				new MediaInfo(mediaUrl, null, null, this.links.shortSentence(refused), false);
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
	/// @param resolvedLater whether the track of a short link is looked up as soon as a
	/// request has the link
	record MediaInfo(String mediaUrl, @Nullable String mediaType, @Nullable Track track, @Nullable String refusal,
			boolean resolvedLater) {
	}

}
