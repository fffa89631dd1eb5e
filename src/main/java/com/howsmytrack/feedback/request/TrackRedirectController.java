package com.howsmytrack.feedback.request;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import com.howsmytrack.ratelimit.LocalRateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.ratelimit.RetryAfterHeader;
import com.howsmytrack.track.TrackLink;
import com.howsmytrack.web.NetworkAddress;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Redirects to the tracks of stored requests, for the client of the wire contract: it cannot build a player from links
/// with a key, because it replaces the query. Only the random token in the address decides; the answer tells nothing
/// about the request or its owner.
@Controller
@EnableConfigurationProperties(RedirectSettings.class)
class TrackRedirectController {

	/// Allows the client to load a player in a frame through the redirect.
	private static final String CONTENT_POLICY = "default-src 'none'; frame-ancestors *";

	private final StoredTracks tracks;

	private final LocalRateLimit byNetwork;

	TrackRedirectController(StoredTracks tracks, RateLimiter rateLimiter, RedirectSettings settings) {
		this.tracks = tracks;
		this.byNetwork = rateLimiter.local(settings.redirectsByNetwork());
	}

	/// The client appends `/preview` to links to Google Drive, and a query to links to
	/// Dropbox.
	@GetMapping({ TrackAddresses.PATH + "{token}", TrackAddresses.PATH + "{token}/preview" })
	ResponseEntity<Void> redirect(@PathVariable String token, HttpServletRequest request) {
		Optional<Duration> wait = this.byNetwork.tryOnce(NetworkAddress.of(request).value());
		if (wait.isPresent()) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
				.header(HttpHeaders.RETRY_AFTER, RetryAfterHeader.seconds(wait.get()))
				.build();
		}
		return Optional.of(token)
			.filter(TrackAddresses::isToken)
			.flatMap(this.tracks::withToken)
			.map(TrackRedirectController::redirectTo)
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	private static ResponseEntity<Void> redirectTo(TrackLink track) {
		return ResponseEntity.status(HttpStatus.FOUND)
			.location(URI.create(track.target()))
			.header("Referrer-Policy", "no-referrer")
			.header("Content-Security-Policy", CONTENT_POLICY)
			.build();
	}

}
