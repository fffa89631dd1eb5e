package com.howsmytrack.feedback;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredTextsTests {

	private final RequiredTexts withLetters = new RequiredTexts(new TextSettings(true));

	private final RequiredTexts withoutLetters = new RequiredTexts(new TextSettings(false));

	@ParameterizedTest
	@ValueSource(strings = { ".", "👍", "👩‍🎤" })
	void canHaveSymbolsOnlyIfLettersAreNotRequired(String text) {
		assertThat(this.withoutLetters.check(TextLimit.FEEDBACK, text)).isEmpty();
		assertThat(this.withLetters.check(TextLimit.FEEDBACK, text)).contains(new UserError(
				ErrorCode.TEXT_WITHOUT_LETTERS, "Your feedback must have at least one letter or digit.", "feedback"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\u2800", "\ud834\udd59", "\u200d" })
	void mustNotBeBlank(String text) {
		UserError blank = new UserError(ErrorCode.TEXT_BLANK, "Your reply must not be empty.", "text");

		assertThat(this.withLetters.check(TextLimit.REPLY, text)).contains(blank);
		assertThat(this.withoutLetters.check(TextLimit.REPLY, text)).contains(blank);
	}

	@Test
	void mustNotBeTooLong() {
		assertThat(this.withLetters.check(TextLimit.REPLY, "🎹".repeat(10_001))).map(UserError::code)
			.contains(ErrorCode.TEXT_TOO_LONG);
		assertThat(this.withoutLetters.check(TextLimit.REPLY, "🎹".repeat(10_000))).isEmpty();
	}

}
