package com.howsmytrack.track;

import java.security.SecureRandom;
import java.util.Base64;

/// The secret part of an address that redirects to a track: 128 random bits.
public final class RedirectToken {

	private static final int BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private RedirectToken() {
	}

	public static String next() {
		byte[] token = new byte[BYTES];
		RANDOM.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

}
