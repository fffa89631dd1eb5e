package com.howsmytrack.track;

import java.security.SecureRandom;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/// The secret part of an address that redirects to a track: 128 random bits.
public final class RedirectToken {

	private static final int BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private RedirectToken() {
	}

	/// A new token; null if the track needs no redirect.
	public static @Nullable String of(TrackLink track) {
		return track.needsRedirect() ? next() : null;
	}

	private static String next() {
		byte[] token = new byte[BYTES];
		RANDOM.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

}
