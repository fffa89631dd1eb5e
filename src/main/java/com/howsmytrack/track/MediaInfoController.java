package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MediaInfoController {

	@QueryMapping
	@Nullable MediaInfo mediaInfo(@Argument String mediaUrl) {
		return MediaUrl.parse(mediaUrl).map(MediaInfo::of).orElse(null);
	}

	record MediaInfo(String mediaUrl, String mediaType) {

		static MediaInfo of(MediaUrl url) {
			return new MediaInfo(url.value(), url.source().name());
		}

	}

}
