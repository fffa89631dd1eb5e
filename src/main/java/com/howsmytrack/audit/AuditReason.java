package com.howsmytrack.audit;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.VisibleText;
import com.howsmytrack.persistence.StorableText;
import org.jspecify.annotations.Nullable;

/// Why an operator changes something, in the operator's words. Later readers of the audit log see it. It must not contain
/// email addresses, because the audit log is kept after members leave.
///
/// @param text null if the operation does not require a reason and the operator gave none
public record AuditReason(@Nullable String text) {

	public static final AuditReason NONE = new AuditReason(null);

	private static final int LONGEST = 1_000;

	/// In Chinese, a word can consist of two characters.
	private static final int LEAST_LETTERS = 2;

	/// Also matches incomplete addresses and full-width characters.
	private static final Pattern ADDRESS = Pattern.compile("\\S@\\S");

	private static final ErrorCode REASON_TOO_SHORT = new ErrorCode("REASON_TOO_SHORT");

	private static final ErrorCode REASON_WITH_ADDRESS = new ErrorCode("REASON_WITH_ADDRESS");

	/// Empty if the reason can be stored.
	public Optional<UserError> check() {
		if (this.text == null) {
			return Optional.empty();
		}
		if (this.text.codePointCount(0, this.text.length()) > LONGEST) {
			return error(ErrorCode.TEXT_TOO_LONG, "The reason can have at most %,d characters.".formatted(LONGEST));
		}
		if (!StorableText.accepts(this.text)) {
			return error(ErrorCode.UNSUPPORTED_CHARACTER,
					"The reason contains a character that cannot be stored: U+0000 or half of a surrogate pair.");
		}
		if (VisibleText.isBlank(this.text)) {
			return error(ErrorCode.TEXT_BLANK, "The reason must not be empty.");
		}
		if (VisibleText.lettersAndDigits(this.text) < LEAST_LETTERS) {
			return error(REASON_TOO_SHORT,
					"The reason must have at least %d letters or digits.".formatted(LEAST_LETTERS));
		}
		if (ADDRESS.matcher(Normalizer.normalize(this.text, Normalizer.Form.NFKC)).find()) {
			return error(REASON_WITH_ADDRESS,
					"The reason contains an email address. Use the id of the account instead: the reason is kept after "
							+ "the member leaves.");
		}
		return Optional.empty();
	}

	private static Optional<UserError> error(ErrorCode code, String message) {
		return Optional.of(new UserError(code, message, "reason"));
	}

}
