package com.howsmytrack.track;

import java.util.Set;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param sources the services whose links are accepted in new requests. Tracks that are stored stay playable
@Validated
@ConfigurationProperties("howsmytrack.track")
record TrackSettings(@NotEmpty Set<MediaSource> sources) {
}
