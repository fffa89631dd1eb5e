package com.howsmytrack.track;

import java.net.URI;
import java.util.Optional;

import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.outbound.OutboundRequest;
import com.howsmytrack.outbound.OutboundResponse;

import org.springframework.stereotype.Component;

/// Finds out where a short link leads, by the header `Location` only. `on.soundcloud.com` redirects to the page of the track,
/// `1drv.ms` to `onedrive.live.com`. Such a page is not called.
@Component
class ShortLinks {

	private static final int MOST_REDIRECTS = 3;

	private final OutboundHttp http;

	private final LookupStatuses statuses;

	ShortLinks(OutboundHttp http, LookupStatuses statuses) {
		this.http = http;
		this.statuses = statuses;
	}

	LookupResult resolve(String url) {
		URI uri = URI.create(url);
		for (int calls = 0; calls < MOST_REDIRECTS; calls++) {
			OutboundResponse response = this.http.get(OutboundRequest.to(uri).headersOnly());
			Optional<TrackLink> target = target(uri, response);
			if (target.isEmpty()) {
				return this.statuses.withoutContent(response);
			}
			if (!target.get().isShortLink()) {
				return new LookupResult.Resolved(target.get());
			}
			uri = URI.create(target.get().url());
		}
		return new LookupResult.Nothing();
	}

	/// Empty if the response is no redirect to a track or to another short link.
	private static Optional<TrackLink> target(URI from, OutboundResponse response) {
		if (response.status() / 100 != 3) {
			return Optional.empty();
		}
		return response.header("Location").flatMap((location) -> {
			try {
				return TrackLink.parse(from.resolve(location).toString());
			}
			catch (IllegalArgumentException malformed) {
				return TrackLink.parse(location);
			}
		});
	}

}
