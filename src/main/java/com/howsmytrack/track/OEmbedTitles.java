package com.howsmytrack.track;

import java.net.URI;
import java.util.Optional;

import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.outbound.OutboundRequest;
import com.howsmytrack.outbound.OutboundResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Reads title and artist by oEmbed (oembed.com). Only these two texts of the answer are used, never its HTML.
@Component
class OEmbedTitles {

	private final OutboundHttp http;

	private final LookupStatuses statuses;

	private final LookupSettings settings;

	private final JsonMapper json;

	OEmbedTitles(OutboundHttp http, LookupStatuses statuses, LookupSettings settings, JsonMapper json) {
		this.http = http;
		this.statuses = statuses;
		this.settings = settings;
		this.json = json;
	}

	LookupResult of(TrackLink track) {
		URI uri = URI.create("https://" + LookupHosts.oEmbed(track.source()) + "/oembed?format=json&url="
				+ WebAddress.encoded(track.url()));
		OutboundResponse response = this.http.get(OutboundRequest.to(uri)
			.header("Accept", "application/json")
			.within((int) this.settings.largestAnswer().toBytes(), this.settings.callTime())
			.followingRedirects(1));
		return (response.status() == 200) ? read(response.body()) : this.statuses.withoutContent(response);
	}

	/// SoundCloud writes the artist behind the title: `Flickermood by Forss`.
	private LookupResult read(byte[] answer) {
		try {
			JsonNode document = this.json.readTree(answer);
			@Nullable String artist = text(document, "author_name");
			@Nullable String title = text(document, "title");
			if (title != null && artist != null && title.endsWith(" by " + artist)) {
				title = TitleText.clean(title.substring(0, title.length() - " by ".length() - artist.length()));
			}
			return (title != null || artist != null) ? new LookupResult.Titled(new TrackTitle(title, artist))
					: new LookupResult.Nothing();
		}
		catch (JacksonException malformed) {
			return new LookupResult.Failed();
		}
	}

	private static @Nullable String text(JsonNode document, String name) {
		return Optional.ofNullable(document.get(name))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.map(TitleText::clean)
			.orElse(null);
	}

}
