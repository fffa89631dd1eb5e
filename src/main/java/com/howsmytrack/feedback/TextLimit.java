package com.howsmytrack.feedback;

import java.util.Optional;
import java.util.regex.Pattern;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.StorableText;

/// Length limits and allowed characters of the texts that members write. Texts are stored unchanged, without trimming.
/// Lengths count code points, as PostgreSQL does.
public enum TextLimit {

	FEEDBACK("feedback", "Your feedback", 20_000),

	FEEDBACK_PROMPT("feedbackPrompt", "Your prompt", 10_000),

	REPLY("text", "Your reply", 10_000);

	/// Spaces, control characters, combining marks without a base character, and letters
	/// without a visible glyph. A text of only these characters counts as blank.
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{M}\\u115f\\u1160\\u2800\\u3164\\uffa0]*+");

	private final String argument;

	private final String subject;

	private final int longest;

	TextLimit(String argument, String subject, int longest) {
		this.argument = argument;
		this.subject = subject;
		this.longest = longest;
	}

	/// Empty if the text can be stored.
	public Optional<UserError> check(String text) {
		if (text.codePointCount(0, text.length()) > this.longest) {
			return Optional.of(new UserError(ErrorCode.TEXT_TOO_LONG,
					"%s can have at most %,d characters.".formatted(this.subject, this.longest), this.argument));
		}
		if (!StorableText.accepts(text)) {
			return Optional.of(new UserError(ErrorCode.UNSUPPORTED_CHARACTER,
					"%s contains a character that cannot be stored: U+0000 or half of a surrogate pair."
						.formatted(this.subject),
					this.argument));
		}
		return Optional.empty();
	}

	/// Like [#check], but also rejects a blank text.
	public Optional<UserError> checkNotBlank(String text) {
		return INVISIBLE.matcher(text).matches()
				? Optional.of(new UserError(ErrorCode.TEXT_BLANK, this.subject + " must not be empty.", this.argument))
				: check(text);
	}

}
