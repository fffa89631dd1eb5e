package com.howsmytrack.track;

import java.util.Set;

import com.howsmytrack.outbound.OutboundHosts;

import org.springframework.stereotype.Component;

/// The hosts that look-ups call.
@Component
class LookupHosts implements OutboundHosts {

	private static final String SOUNDCLOUD = "soundcloud.com";

	private static final String YOUTUBE = "www.youtube.com";

	@Override
	public Set<String> names() {
		return Set.of("on.soundcloud.com", "1drv.ms", SOUNDCLOUD, YOUTUBE);
	}

	/// @param source one that has titles
	static String oEmbed(MediaSource source) {
		return switch (source) {
			case SOUNDCLOUD -> SOUNDCLOUD;
			case YOUTUBE -> YOUTUBE;
			default -> throw new IllegalArgumentException(source + " has no oEmbed");
		};
	}

}
