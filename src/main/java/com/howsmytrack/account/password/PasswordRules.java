package com.howsmytrack.account.password;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.StorableText;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Which passwords a person may choose: the three rules that the client tells them, and limits of what can
/// be stored. Lengths count code points of the normalised password.
@Component
@Lazy
class PasswordRules {

	static final int LONGEST = AccountErrors.LONGEST_PASSWORD;

	private static final int SHORTEST = 8;

	/// In UTF-16 units, before it is normalised.
	private static final int LONGEST_TYPED = 8 * LONGEST;

	/// Shorter ones are refused anyway.
	private final Set<String> common = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords)
		.keySet()
		.stream()
		.filter((password) -> password.length() >= SHORTEST)
		.collect(Collectors.toUnmodifiableSet());

	/// One form for the many ways in which keyboards write the same characters; what is
	/// stored and compared. What is far too long stays as it is, nobody's password:
	/// putting a million accents in order takes minutes.
	static String normalize(String password) {
		if (isFarTooLong(password)) {
			return password;
		}
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	/// However many accents a normal form may unite.
	private static boolean isFarTooLong(String password) {
		return password.length() > LONGEST_TYPED;
	}

	/// Empty when the password will do.
	Optional<UserError> check(String password) {
		if (!StorableText.accepts(password)) {
			return Optional.of(AccountErrors.PASSWORD_UNSUPPORTED_CHARACTER);
		}
		if (isFarTooLong(password)) {
			return Optional.of(AccountErrors.PASSWORD_TOO_LONG);
		}
		String normalized = normalize(password);
		int length = normalized.codePointCount(0, normalized.length());
		if (length > LONGEST) {
			return Optional.of(AccountErrors.PASSWORD_TOO_LONG);
		}
		boolean weak = length < SHORTEST || normalized.codePoints().allMatch(Character::isDigit)
				|| this.common.contains(normalized.toLowerCase(Locale.ROOT));
		return weak ? Optional.of(AccountErrors.WEAK_PASSWORD) : Optional.empty();
	}

}
