package com.howsmytrack.account.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hand-made JWTs, valid and forged.
final class Tokens {

	static final String HS256 = """
			{"alg":"HS256"}""";

	static final String HS512 = """
			{"alg":"HS512"}""";

	static final String NONE = """
			{"alg":"none"}""";

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private Tokens() {
	}

	/// The claims of a valid token.
	static String claims(long account, Instant expiresAt, Instant firstSignInAt) {
		return """
				{"iss":"howsmytrack","jti":"forged","sid":"forged","sub":"%d","exp":%d,"origIat":%d,"generation":0}"""
			.formatted(account, expiresAt.getEpochSecond(), firstSignInAt.getEpochSecond());
	}

	static String signed(String header, String claims, String macAlgorithm, String key) {
		String content = unsigned(header, claims);
		try {
			Mac mac = Mac.getInstance(macAlgorithm);
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), macAlgorithm));
			return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException missing) {
			throw new IllegalStateException(missing);
		}
	}

	/// Header and content without the dot and the signature.
	static String unsigned(String header, String claims) {
		return part(header) + "." + part(claims);
	}

	private static String part(String json) {
		return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
