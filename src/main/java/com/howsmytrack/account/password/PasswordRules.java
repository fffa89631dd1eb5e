package com.howsmytrack.account.password;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.StorableText;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// The rules for new passwords: the three rules of the contract, and limits of what can be stored. Lengths are code
/// points of the normalized password.
@Component
@Lazy
class PasswordRules {

	static final int LONGEST = PasswordErrors.LONGEST_PASSWORD;

	private static final int SHORTEST = 8;

	/// In UTF-16 units, before normalization.
	private static final int LONGEST_UNNORMALIZED = 8 * LONGEST;

	/// Shorter passwords are rejected by their length.
	private final Set<String> common = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords)
		.keySet()
		.stream()
		.filter((password) -> password.length() >= SHORTEST)
		.collect(Collectors.toUnmodifiableSet());

	/// The text that is hashed. Unicode has several encodings of the same characters, and
	/// keyboards differ in which one they use. A password that is too long is not
	/// normalized, because that takes minutes for a million accents; it matches no
	/// account.
	static String normalize(String password) {
		if (isFarTooLong(password)) {
			return password;
		}
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	/// Such a password is too long in its normalized form too.
	private static boolean isFarTooLong(String password) {
		return password.length() > LONGEST_UNNORMALIZED;
	}

	/// Empty if the password is accepted.
	Optional<UserError> check(String password) {
		if (!StorableText.accepts(password)) {
			return Optional.of(PasswordErrors.PASSWORD_UNSUPPORTED_CHARACTER);
		}
		if (isFarTooLong(password)) {
			return Optional.of(PasswordErrors.PASSWORD_TOO_LONG);
		}
		String normalized = normalize(password);
		int length = normalized.codePointCount(0, normalized.length());
		if (length > LONGEST) {
			return Optional.of(PasswordErrors.PASSWORD_TOO_LONG);
		}
		boolean weak = length < SHORTEST || normalized.codePoints().allMatch(Character::isDigit)
				|| this.common.contains(normalized.toLowerCase(Locale.ROOT));
		return weak ? Optional.of(PasswordErrors.WEAK_PASSWORD) : Optional.empty();
	}

}
