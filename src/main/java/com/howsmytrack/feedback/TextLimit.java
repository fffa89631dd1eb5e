package com.howsmytrack.feedback;

import java.util.Optional;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.VisibleText;
import com.howsmytrack.persistence.StorableText;

/// Length limits and allowed characters of the texts that members write. Texts are stored unchanged, without trimming.
/// Lengths count code points, as PostgreSQL does.
public enum TextLimit {

	FEEDBACK("feedback", "Your feedback", 20_000),

	FEEDBACK_PROMPT("feedbackPrompt", "Your prompt", 10_000),

	REPLY("text", "Your reply", 10_000);

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

	/// Like [#check], for a text that must not be blank.
	/// @param requireLetters whether the text must have a letter or digit
	Optional<UserError> checkRequired(String text, boolean requireLetters) {
		if (VisibleText.isBlank(text)) {
			return Optional
				.of(new UserError(ErrorCode.TEXT_BLANK, this.subject + " must not be empty.", this.argument));
		}
		return check(text)
			.or(() -> (requireLetters && !VisibleText.hasLetterOrDigit(text))
					? Optional.of(new UserError(ErrorCode.TEXT_WITHOUT_LETTERS,
							this.subject + " must have at least one letter or digit.", this.argument))
					: Optional.empty());
	}

}
