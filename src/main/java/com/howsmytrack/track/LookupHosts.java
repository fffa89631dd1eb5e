package com.howsmytrack.track;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.outbound.OutboundHosts;

import org.springframework.stereotype.Component;

/// The hosts that look-ups call, of all sources.
@Component
class LookupHosts implements OutboundHosts {

	@Override
	public Set<String> names() {
		return Arrays.stream(MediaSource.values())
			.map(MediaSource::links)
			.flatMap((links) -> Stream.concat(links.shortHosts().stream(), links.oEmbedHost().stream()))
			.collect(Collectors.toUnmodifiableSet());
	}

	/// The host that is called for a look-up of the link.
	static String of(TrackLink link) {
		return link.isShortLink() ? URI.create(link.url()).getHost() : oEmbed(link.source());
	}

	/// @param source one that has titles
	static String oEmbed(MediaSource source) {
		return source.links().oEmbedHost().orElseThrow(() -> new IllegalArgumentException(source + " has no oEmbed"));
	}

}
