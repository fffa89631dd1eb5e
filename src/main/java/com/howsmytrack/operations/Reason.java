package com.howsmytrack.operations;

import java.util.Optional;

import com.howsmytrack.database.StorableText;
import com.howsmytrack.graphql.Refusal;
import org.jspecify.annotations.Nullable;

/// Why an operator changes something, in their own words, for whoever reads the log later.
///
/// @param text null where none was asked for and none was given
record Reason(@Nullable String text) {

	static final Reason NONE = new Reason(null);

	private static final int LONGEST = 1_000;

	/// Empty for one that can be kept.
	Optional<Refusal> check() {
		if (this.text == null) {
			return Optional.empty();
		}
		if (this.text.isBlank()) {
			return refusal("TEXT_BLANK", "The reason must not be empty.");
		}
		if (this.text.codePointCount(0, this.text.length()) > LONGEST) {
			return refusal("TEXT_TOO_LONG", "The reason can have at most %,d characters.".formatted(LONGEST));
		}
		if (!StorableText.accepts(this.text)) {
			return refusal("UNSUPPORTED_CHARACTER",
					"The reason contains a character that cannot be stored: U+0000 or half of a surrogate pair.");
		}
		return Optional.empty();
	}

	private static Optional<Refusal> refusal(String code, String message) {
		return Optional.of(new Refusal(code, message, "reason"));
	}

}
