package com.howsmytrack.feedback.request;

import java.util.Arrays;
import java.util.Optional;

import com.howsmytrack.feedback.Tracks;

import org.springframework.stereotype.Component;

@Component
class PlayableTracks implements Tracks {

	@Override
	public Optional<Track> at(String url) {
		return MediaUrl.parse(url).map((known) -> new Track(known.value(), known.type().name()));
	}

	@Override
	public boolean comeFrom(String mediaType) {
		return Arrays.stream(MediaType.values()).anyMatch((known) -> known.name().equals(mediaType));
	}

}
