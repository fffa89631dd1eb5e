package com.howsmytrack.account.admin;

import java.util.Locale;
import java.util.Optional;

import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.persistence.LikePattern;
import com.howsmytrack.persistence.StorableText;
import org.jspecify.annotations.Nullable;

/// The beginning of an address, as an operator typed it, as a condition on the table `account`.
///
/// @param condition contains the pattern as the parameter `:beginning`
/// @param pattern null if all addresses are wanted; empty, which no address matches, for text that cannot be stored
record AddressPrefix(String condition, @Nullable String pattern) {

	private static final String EMAIL = "lower(email) LIKE :beginning";

	/// Repeats the condition of the partial index.
	private static final String EMAIL_AS_TYPED = """
			email_as_typed IS NOT NULL AND lower(email_as_typed) LIKE lower(:beginning)""";

	static AddressPrefix of(@Nullable String beginning) {
		if (beginning == null) {
			return new AddressPrefix(EMAIL, null);
		}
		if (!StorableText.accepts(beginning)) {
			return new AddressPrefix(EMAIL, "");
		}
		String text = beginning.strip();
		Optional<EmailAddress> address = EmailAddress.parse(text);
		if (address.isPresent()) {
			return new AddressPrefix(EMAIL, pattern(address.get().value()));
		}
		// The beginning of an international domain has no ASCII form: the form of the
		// whole label differs.
		boolean international = !text.chars().allMatch((character) -> character < 0x80);
		return new AddressPrefix(international ? EMAIL_AS_TYPED : EMAIL, pattern(text));
	}

	private static String pattern(String beginning) {
		return LikePattern.beginningWith(beginning.toLowerCase(Locale.ROOT));
	}

}
