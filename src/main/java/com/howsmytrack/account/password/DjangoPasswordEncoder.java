package com.howsmytrack.account.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/// Verifies password hashes that were imported from the Django service: `pbkdf2_sha256$<iterations>$<salt>$<hash>`. No
/// password matches any other text, such as the `!` of an account without a password. A sign-in replaces such a hash,
/// see `SignIn`; no new ones are created.
class DjangoPasswordEncoder extends AbstractValidatingPasswordEncoder {

	private static final int HASH_BITS = 256;

	/// More than the newest Django uses. Limits the processor time for one row.
	private static final int MAX_ITERATIONS = 2_000_000;

	private static final Pattern FORMAT = Pattern
		.compile("pbkdf2_sha256\\$([1-9]\\d{0,6})\\$([!-#%-~]{1,64})\\$([A-Za-z0-9+/]{43}=)");

	@Override
	protected String encodeNonNullPassword(String password) {
		throw new UnsupportedOperationException("New passwords are hashed with Argon2id");
	}

	@Override
	protected boolean matchesNonNull(String password, String encoded) {
		return Encoded.parse(encoded)
			.filter((stored) -> MessageDigest.isEqual(Base64.getDecoder().decode(stored.hash()),
					hash(password, stored)))
			.isPresent();
	}

	@Override
	protected boolean upgradeEncodingNonNull(String encoded) {
		return true;
	}

	/// Whether a password can match.
	static boolean canRead(String encoded) {
		return Encoded.parse(encoded).isPresent();
	}

	private static byte[] hash(String password, Encoded stored) {
		PBEKeySpec key = new PBEKeySpec(password.toCharArray(), stored.salt().getBytes(StandardCharsets.US_ASCII),
				stored.iterations(), HASH_BITS);
		try {
			return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
		}
		catch (GeneralSecurityException unsupported) {
			throw new IllegalStateException(unsupported);
		}
		finally {
			key.clearPassword();
		}
	}

	private record Encoded(int iterations, String salt, String hash) {

		/// Empty if the text is not such a hash.
		static Optional<Encoded> parse(String encoded) {
			Matcher matcher = FORMAT.matcher(encoded);
			return matcher.matches()
					? Optional.of(new Encoded(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
						.filter((parsed) -> parsed.iterations() <= MAX_ITERATIONS)
					: Optional.empty();
		}

	}

}
