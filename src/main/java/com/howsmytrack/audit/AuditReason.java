package com.howsmytrack.audit;

import java.util.Optional;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.StorableText;
import org.jspecify.annotations.Nullable;

/// Why an operator changes something, in the operator's words. Later readers of the audit log see it.
///
/// @param text null if the operation does not require a reason and the operator gave none
public record AuditReason(@Nullable String text) {

	public static final AuditReason NONE = new AuditReason(null);

	private static final int LONGEST = 1_000;

	/// Empty if the reason can be stored.
	public Optional<UserError> check() {
		if (this.text == null) {
			return Optional.empty();
		}
		if (this.text.isBlank()) {
			return error(ErrorCode.TEXT_BLANK, "The reason must not be empty.");
		}
		if (this.text.codePointCount(0, this.text.length()) > LONGEST) {
			return error(ErrorCode.TEXT_TOO_LONG, "The reason can have at most %,d characters.".formatted(LONGEST));
		}
		if (!StorableText.accepts(this.text)) {
			return error(ErrorCode.UNSUPPORTED_CHARACTER,
					"The reason contains a character that cannot be stored: U+0000 or half of a surrogate pair.");
		}
		return Optional.empty();
	}

	private static Optional<UserError> error(ErrorCode code, String message) {
		return Optional.of(new UserError(code, message, "reason"));
	}

}
