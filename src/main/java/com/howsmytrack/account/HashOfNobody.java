package com.howsmytrack.account;

import java.util.Base64;

import org.springframework.security.crypto.keygen.KeyGenerators;

/// Stands in for the password hash of an account that does not exist, so that guessing addresses takes as long as guessing
/// passwords. No password fits.
///
/// It is made up, not computed: a hash would cost every start a second, and memory that the heap does not give back.
record HashOfNobody(String value) {

	/// In the form that Argon2 prescribes for what is stored.
	static HashOfNobody argon2id(int saltBytes, int hashBytes, int lanes, int kilobytes, int passes) {
		return new HashOfNobody("{argon2id}$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(kilobytes, passes, lanes,
				random(saltBytes), random(hashBytes)));
	}

	private static String random(int bytes) {
		return Base64.getEncoder().withoutPadding().encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
	}

}
