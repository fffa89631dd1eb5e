package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MediaInfoController {

	@QueryMapping
	MediaInfo mediaInfo(@Argument String mediaUrl) {
		return MediaUrl.parse(mediaUrl).map(MediaInfo::of).orElseGet(() -> new MediaInfo(mediaUrl, null));
	}

	/// @param mediaType null if the URL is not supported; `mediaUrl` is then the URL as
	/// sent
	record MediaInfo(String mediaUrl, @Nullable String mediaType) {

		static MediaInfo of(MediaUrl url) {
			return new MediaInfo(url.value(), url.source().name());
		}

	}

}
