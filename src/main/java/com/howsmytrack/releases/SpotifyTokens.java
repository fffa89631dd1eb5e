package com.howsmytrack.releases;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.outbound.OutboundRequest;
import com.howsmytrack.outbound.OutboundResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/// The access token for Spotify, by client credentials. It belongs to the app of this installation and gives no access to
/// data of Spotify's users. One token is used for all calls until it expires, and one thread at a time requests a new one.
@Component
class SpotifyTokens {

	static final String HOST = "accounts.spotify.com";

	private static final URI TOKEN = URI.create("https://accounts.spotify.com/api/token");

	private static final int BAD_REQUEST = 400;

	private static final int UNAUTHORIZED = 401;

	private static final long LONGEST_LIFETIME = Duration.ofDays(1).toSeconds();

	/// A token becomes part of a header.
	private static final Pattern VALID = Pattern.compile("[!-~]{1,4000}");

	private final OutboundHttp http;

	private final ServiceAnswers answers;

	private final ReleaseSettings.Spotify settings;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	/// Guarded by the lock.
	private @Nullable Token current;

	SpotifyTokens(OutboundHttp http, ServiceAnswers answers, ReleaseSettings settings, Clock clock) {
		this.http = http;
		this.answers = answers;
		this.settings = settings.spotify();
		this.clock = clock;
	}

	/// A token that stays valid for the reserve.
	String get() {
		this.lock.lock();
		try {
			Token token = this.current;
			if (token == null
					|| !token.validUntil().minus(this.settings.tokenReserve()).isAfter(this.clock.instant())) {
				token = request();
				this.current = token;
			}
			return token.value();
		}
		finally {
			this.lock.unlock();
		}
	}

	/// Discards a token that Spotify no longer accepts. Another thread may already have a
	/// new one.
	void discard(String value) {
		this.lock.lock();
		try {
			if (this.current != null && this.current.value().equals(value)) {
				this.current = null;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private Token request() {
		String credentials = this.settings.clientId() + ':' + this.settings.clientSecret();
		OutboundResponse response = this.http.post(OutboundRequest.to(TOKEN)
			.header("Accept", "application/json")
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
			.body("application/x-www-form-urlencoded",
					"grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII)));
		if (response.status() == BAD_REQUEST || response.status() == UNAUTHORIZED) {
			throw SourceException
				.refused("Spotify gives no token (%s). Check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET"
					.formatted(this.answers.describe(response)));
		}
		JsonNode document = this.answers.document(MusicService.SPOTIFY, response);
		String value = document.path("access_token").asString("");
		if (!VALID.matcher(value).matches()) {
			throw SourceException.failed("Spotify answered no token");
		}
		long seconds = Math.clamp(document.path("expires_in").asLong(0), 0, LONGEST_LIFETIME);
		return new Token(value, this.clock.instant().plusSeconds(seconds));
	}

	/// Has no `toString` with the value.
	private record Token(String value, Instant validUntil) {

		@Override
		public String toString() {
			return "token until " + this.validUntil;
		}

	}

}
