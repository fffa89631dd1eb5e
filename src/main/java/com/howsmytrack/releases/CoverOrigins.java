package com.howsmytrack.releases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.web.ImageOrigins;

import org.springframework.stereotype.Component;

/// The origins of the covers of all sources, also of those that are not called any more: their stored covers stay visible.
@Component
class CoverOrigins implements ImageOrigins {

	private final List<ReleaseSource> sources;

	CoverOrigins(List<ReleaseSource> sources) {
		this.sources = sources;
	}

	@Override
	public Set<String> images() {
		return this.sources.stream()
			.flatMap((source) -> source.coverOrigins().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

}
