package com.howsmytrack.feedback.request;

import java.util.Arrays;
import java.util.Optional;

import com.howsmytrack.feedback.TrackRecognition;

import org.springframework.stereotype.Component;

@Component
class MediaUrlRecognition implements TrackRecognition {

	@Override
	public Optional<Track> at(String url) {
		return MediaUrl.parse(url).map((known) -> new Track(known.value(), known.type().name()));
	}

	@Override
	public boolean comeFrom(String mediaType) {
		return Arrays.stream(MediaType.values()).anyMatch((known) -> known.name().equals(mediaType));
	}

}
