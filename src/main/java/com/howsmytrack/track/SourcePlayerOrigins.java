package com.howsmytrack.track;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.web.PlayerOrigins;

import org.springframework.stereotype.Component;

/// The origins of all sources, also of those that are no longer accepted: their stored tracks stay playable.
@Component
class SourcePlayerOrigins implements PlayerOrigins {

	@Override
	public Set<String> frames() {
		return of(Player.Kind.EMBED);
	}

	@Override
	public Set<String> media() {
		return of(Player.Kind.AUDIO);
	}

	private static Set<String> of(Player.Kind kind) {
		return Arrays.stream(MediaSource.values())
			.flatMap((source) -> source.playerOrigins(kind).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

}
